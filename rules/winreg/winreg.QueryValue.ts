import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const winregQueryValue: EventRule = {
  code: 'PYA2216',
  event: 'winreg.QueryValue',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'sub_key' }, { name: 'value_name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.QueryValue',
      of: 'function',
      map: { key: ['arg:0'], sub_key: ['arg:1'], value_name: { from: [], default: NONE } },
    },
    {
      kind: 'call',
      api: 'winreg.QueryValueEx',
      of: 'function',
      map: { key: ['arg:0'], sub_key: { from: [], default: NONE }, value_name: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
