import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const winregOpenKey: EventRule = {
  code: 'PYA2211',
  event: 'winreg.OpenKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'sub_key' }, { name: 'access' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.OpenKey',
      of: 'function',
      map: {
        key: ['arg:0', 'kw:key'],
        sub_key: ['arg:1', 'kw:sub_key'],
        access: { from: ['arg:3', 'kw:access'], default: int(131097) },
      },
      returns: 'winreg.HKEYType',
    },
    {
      kind: 'call',
      api: 'winreg.OpenKeyEx',
      of: 'function',
      map: {
        key: ['arg:0', 'kw:key'],
        sub_key: ['arg:1', 'kw:sub_key'],
        access: { from: ['arg:3', 'kw:access'], default: int(131097) },
      },
      returns: 'winreg.HKEYType',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
