import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const winregCreateKey: EventRule = {
  code: 'PYA2202',
  event: 'winreg.CreateKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'sub_key' }, { name: 'access' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.CreateKey',
      of: 'function',
      map: { key: ['arg:0'], sub_key: ['arg:1'], access: { from: [], default: int(131078) } },
      returns: 'winreg.HKEYType',
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.CreateKey(winreg.HKEY_CURRENT_USER, r'Software\Example')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'winreg.CreateKeyEx',
      of: 'function',
      map: {
        key: ['arg:0', 'kw:key'],
        sub_key: ['arg:1', 'kw:sub_key'],
        access: { from: ['arg:3', 'kw:access'], default: int(131078) },
      },
      returns: 'winreg.HKEYType',
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, r'Software\Example')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry key is about to be created, or opened for writing.',
    meaning:
      'An existing key is simply opened, so the event does not mean something new. Keys are passed as ' +
      'integers. Below `Software\\Microsoft\\Windows\\CurrentVersion\\Run` and the like a value starts a ' +
      'program at every login. `winreg.OpenKey/result` follows with the handle.',
    page: 'library/winreg.html#winreg.CreateKey',
    nearMiss: py`
      import configparser

      configparser.ConfigParser().add_section('Software')
    `,
  },
};
