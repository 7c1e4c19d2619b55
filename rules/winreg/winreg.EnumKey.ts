import type { EventRule } from '../../src/model/catalogue.ts';

export const winregEnumKey: EventRule = {
  code: 'PYA2207',
  event: 'winreg.EnumKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'index' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.EnumKey',
      of: 'function',
      map: { key: ['arg:0'], index: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
