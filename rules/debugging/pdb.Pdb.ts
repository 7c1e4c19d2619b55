import type { EventRule } from '../../src/model/catalogue.ts';

export const pdbPdb: EventRule = {
  code: 'PYA1803',
  event: 'pdb.Pdb',
  category: 'debugging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'pdb.Pdb',
      of: 'class',
      map: {},
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
