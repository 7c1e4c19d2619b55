import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, r'Software\Example')  # raises
      `,
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
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.DeleteKeyEx(winreg.HKEY_CURRENT_USER, r'Software\Example')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry key is about to be deleted.',
    meaning:
      'Only keys without subkeys can be deleted, and their values go with them. The access is 0 for ' +
      '`DeleteKey`, which cannot choose between the 32-bit and 64-bit views.',
    page: 'library/winreg.html#winreg.DeleteKey',
    nearMiss: py`
      import configparser

      configparser.ConfigParser().remove_section('Software')
    `,
  },
};
