import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const resourcePrlimit: EventRule = {
  code: 'PYA1015',
  event: 'resource.prlimit',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'pid' }, { name: 'resource' }, { name: 'limits' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'resource.prlimit',
      of: 'function',
      map: { pid: ['arg:0'], resource: ['arg:1'], limits: { from: ['arg:2'], default: NONE } },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      example: py`
        import resource
        resource.prlimit(0, resource.RLIMIT_NOFILE)  # raises
      `,
    },
  ],
  docs: {
    summary: 'Resource limits of some process are read or set.',
    meaning:
      'Linux only. The limits are None when only asking, but that raises the event as well. Process id 0 ' +
      "is the caller; changing another process's limits needs privileges.",
    page: 'library/resource.html#resource.prlimit',
    nearMiss: py`
      import resource

      resource.getrlimit(resource.RLIMIT_NOFILE)
    `,
  },
};
