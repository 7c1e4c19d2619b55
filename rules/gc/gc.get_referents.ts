import type { EventRule } from '../../src/model/catalogue.ts';

export const gcGetReferents: EventRule = {
  code: 'PYA1706',
  event: 'gc.get_referents',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'objs' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'gc.get_referents',
      of: 'function',
      map: { objs: ['args'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
