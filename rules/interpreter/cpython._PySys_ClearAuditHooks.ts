import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonPySysClearAuditHooks: EventRule = {
  code: 'PYA2505',
  event: 'cpython._PySys_ClearAuditHooks',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'run',
      api: 'interpreter finalization',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
