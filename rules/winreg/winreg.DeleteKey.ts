import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const winregDeleteKey: EventRule = {
  code: 'PYA2203',
  event: 'winreg.DeleteKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'sub_key' }, { name: 'access' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.DeleteKey',
      of: 'function',
      map: { key: ['arg:0'], sub_key: ['arg:1'], access: { from: [], default: int(0) } },
    },
    {
      kind: 'call',
      api: 'winreg.DeleteKeyEx',
      of: 'function',
      map: {
        key: ['arg:0', 'kw:key'],
        sub_key: ['arg:1', 'kw:sub_key'],
        access: { from: ['arg:2', 'kw:access'], default: int(256) },
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
