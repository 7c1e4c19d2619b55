import type { EventRule } from '../../src/model/catalogue.ts';

export const winregSetValue: EventRule = {
  code: 'PYA2218',
  event: 'winreg.SetValue',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'sub_key' }, { name: 'type' }, { name: 'value' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.SetValue',
      of: 'function',
      map: { key: ['arg:0'], sub_key: ['arg:1'], type: ['arg:2'], value: ['arg:3'] },
    },
    {
      kind: 'call',
      api: 'winreg.SetValueEx',
      of: 'function',
      map: { key: ['arg:0'], sub_key: ['arg:1'], type: ['arg:3'], value: ['arg:4'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
