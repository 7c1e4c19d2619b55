import type { EventRule } from '../../src/model/catalogue.ts';

export const winregEnumValue: EventRule = {
  code: 'PYA2208',
  event: 'winreg.EnumValue',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'index' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.EnumValue',
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
