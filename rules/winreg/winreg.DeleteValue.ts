import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregDeleteValue: EventRule = {
  code: 'PYA2204',
  event: 'winreg.DeleteValue',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'value' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.DeleteValue',
      of: 'function',
      map: { key: ['arg:0'], value: ['arg:1'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        key = winreg.CreateKey(winreg.HKEY_CURRENT_USER, r'Software\Example')
        winreg.DeleteValue(key, 'Name')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A value of a registry key is about to be deleted.',
    meaning:
      "The argument called `value` is the value's name. The key is an integer handle: its path is in the " +
      '`winreg.OpenKey` before, whose handle `winreg.OpenKey/result` gave.',
    page: 'library/winreg.html#winreg.DeleteValue',
    nearMiss: py`
      values = {'Name': 1}
      values.pop('Name')
    `,
  },
};
