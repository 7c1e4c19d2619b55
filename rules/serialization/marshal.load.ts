import type { EventRule } from '../../src/model/catalogue.ts';

export const marshalLoad: EventRule = {
  code: 'PYA1602',
  event: 'marshal.load',
  category: 'serialization',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'marshal.load',
      of: 'function',
      map: {},
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
