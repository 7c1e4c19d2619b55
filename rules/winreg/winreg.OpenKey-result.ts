import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregOpenKeyResult: EventRule = {
  code: 'PYA2212',
  event: 'winreg.OpenKey/result',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.CreateKey',
      of: 'function',
      map: { key: null },
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
      map: { key: null },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, r'Software\Example')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'winreg.OpenKey',
      of: 'function',
      map: { key: null },
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
      map: { key: null },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.OpenKeyEx(winreg.HKEY_CURRENT_USER, 'Software')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry key has been opened or created.',
    meaning:
      'Raised after success with the new handle as an integer, so that a hook can connect later events ' +
      'with the path. Failed attempts stop at `winreg.OpenKey` or `winreg.CreateKey`.',
    page: 'library/winreg.html#winreg.OpenKey',
    nearMiss: py`
      settings = {'Software': {}}
      settings['Software']
    `,
  },
};
