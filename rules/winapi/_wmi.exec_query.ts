import type { EventRule } from '../../src/model/catalogue.ts';

export const wmiExecQuery: EventRule = {
  code: 'PYA1025',
  event: '_wmi.exec_query',
  category: 'process',
  raised: '3.12-3.15',
  documented: '',
  platforms: ['win32'],
  arguments: [{ name: 'query' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_wmi.exec_query',
      of: 'function',
      map: { query: ['arg:0', 'kw:query'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
