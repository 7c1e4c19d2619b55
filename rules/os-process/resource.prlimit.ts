import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
