import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.OpenKey(winreg.HKEY_CURRENT_USER, 'Software')  # raises
      `,
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
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.OpenKeyEx(winreg.HKEY_CURRENT_USER, 'Software')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry key is about to be opened.',
    meaning:
      'Path and access are here and nowhere else: later events carry the handle alone, which ' +
      '`winreg.OpenKey/result` tells. The access is KEY_READ when not given; a right to write announces ' +
      'changes.',
    page: 'library/winreg.html#winreg.OpenKey',
    nearMiss: py`
      settings = {'Software': {}}
      settings['Software']
    `,
  },
};
