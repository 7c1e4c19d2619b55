import type { EventRule } from '../../src/model/catalogue.ts';

export const winregQueryInfoKey: EventRule = {
  code: 'PYA2214',
  event: 'winreg.QueryInfoKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.QueryInfoKey',
      of: 'function',
      map: { key: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
