import type { EventRule } from '../../src/model/catalogue.ts';

export const sysCurrentExceptions: EventRule = {
  code: 'PYA1701',
  event: 'sys._current_exceptions',
  category: 'introspection',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys._current_exceptions',
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
