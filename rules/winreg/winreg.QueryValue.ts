import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.QueryValue(winreg.HKEY_CURRENT_USER, 'Software')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'winreg.QueryValueEx',
      of: 'function',
      map: { key: ['arg:0'], sub_key: { from: [], default: NONE }, value_name: ['arg:1'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        key = winreg.OpenKey(winreg.HKEY_CURRENT_USER, 'Environment')
        winreg.QueryValueEx(key, 'TEMP')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry value is about to be read.',
    meaning:
      "`QueryValueEx` passes the value's name and None for the subkey, `QueryValue` the subkey and None " +
      "for the name, since it reads a key's default value. Proxy settings, file types and time zones are " +
      'read this way by the library.',
    page: 'library/winreg.html#winreg.QueryValueEx',
    nearMiss: py`
      {'Name': 1}.get('Name')
    `,
  },
};
