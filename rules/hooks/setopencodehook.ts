import type { EventRule } from '../../src/model/catalogue.ts';

export const setopencodehook: EventRule = {
  code: 'PYA2501',
  event: 'setopencodehook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'embedding',
      api: 'PyFile_SetOpenCodeHook (C API)',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
