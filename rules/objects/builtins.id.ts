import type { EventRule } from '../../src/model/catalogue.ts';

export const builtinsId: EventRule = {
  code: 'PYA1712',
  event: 'builtins.id',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'id' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.id',
      of: 'function',
      map: { id: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
