import type { EventRule } from '../../src/model/catalogue.ts';

export const winregOpenKeyResult: EventRule = {
  code: 'PYA2212',
  event: 'winreg.OpenKey/result',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.CreateKey',
      of: 'function',
      map: { key: null },
    },
    {
      kind: 'call',
      api: 'winreg.CreateKeyEx',
      of: 'function',
      map: { key: null },
    },
    {
      kind: 'call',
      api: 'winreg.OpenKey',
      of: 'function',
      map: { key: null },
    },
    {
      kind: 'call',
      api: 'winreg.OpenKeyEx',
      of: 'function',
      map: { key: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
