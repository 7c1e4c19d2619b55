import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.SetValue(winreg.HKEY_CURRENT_USER, r'Software\Example', winreg.REG_SZ, 'text')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'winreg.SetValueEx',
      of: 'function',
      map: { key: ['arg:0'], sub_key: ['arg:1'], type: ['arg:3'], value: ['arg:4'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        key = winreg.CreateKey(winreg.HKEY_CURRENT_USER, r'Software\Example')
        winreg.SetValueEx(key, 'Name', 0, winreg.REG_SZ, 'text')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry value is about to be written.',
    meaning:
      "With `SetValueEx` the argument `sub_key` holds the value's name, with `SetValue` the subkey whose " +
      'default value is set. Type and data are passed, the key as a handle. Run keys, services and file ' +
      'associations are the places that start programs.',
    page: 'library/winreg.html#winreg.SetValueEx',
    nearMiss: py`
      settings = {}
      settings['Name'] = 1
    `,
  },
};
