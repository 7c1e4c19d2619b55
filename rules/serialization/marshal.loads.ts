import type { EventRule } from '../../src/model/catalogue.ts';

export const marshalLoads: EventRule = {
  code: 'PYA1603',
  event: 'marshal.loads',
  category: 'serialization',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'bytes' }],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'marshal.loads',
      of: 'function',
      map: { bytes: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
