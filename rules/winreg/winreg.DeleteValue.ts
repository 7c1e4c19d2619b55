import type { EventRule } from '../../src/model/catalogue.ts';

export const winregDeleteValue: EventRule = {
  code: 'PYA2204',
  event: 'winreg.DeleteValue',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'value' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.DeleteValue',
      of: 'function',
      map: { key: ['arg:0'], value: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
