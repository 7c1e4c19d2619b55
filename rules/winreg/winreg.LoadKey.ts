import type { EventRule } from '../../src/model/catalogue.ts';

export const winregLoadKey: EventRule = {
  code: 'PYA2210',
  event: 'winreg.LoadKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'sub_key' }, { name: 'file_name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.LoadKey',
      of: 'function',
      map: { key: ['arg:0'], sub_key: ['arg:1'], file_name: ['arg:2'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
