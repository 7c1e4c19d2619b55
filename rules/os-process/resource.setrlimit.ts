import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const resourceSetrlimit: EventRule = {
  code: 'PYA1016',
  event: 'resource.setrlimit',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'resource' }, { name: 'limits' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'resource.setrlimit',
      of: 'function',
      map: { resource: ['arg:0'], limits: ['arg:1'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import resource
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # raises
      `,
    },
  ],
  docs: {
    summary: 'A resource limit of this process is set.',
    meaning:
      'Lowering limits is a safety measure (no core files, less memory); raising the soft limit of open ' +
      'files is common in servers. Child processes inherit it. Reading with `getrlimit` raises nothing.',
    page: 'library/resource.html#resource.setrlimit',
    nearMiss: py`
      import resource

      resource.getrlimit(resource.RLIMIT_CORE)
    `,
  },
};
