import type { EventRule } from '../../src/model/catalogue.ts';

export const sysAddaudithook: EventRule = {
  code: 'PYA2502',
  event: 'sys.addaudithook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.addaudithook',
      of: 'function',
      map: {},
    },
    {
      kind: 'interpreter',
      moment: 'embedding',
      api: 'PySys_AddAuditHook (C API)',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
