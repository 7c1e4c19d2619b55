import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregEnableReflectionKey: EventRule = {
  code: 'PYA2206',
  event: 'winreg.EnableReflectionKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.EnableReflectionKey',
      of: 'function',
      map: { key: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        key = winreg.OpenKey(winreg.HKEY_CURRENT_USER, 'Software')
        winreg.EnableReflectionKey(key)  # raises
      `,
    },
  ],
  docs: {
    summary: 'Reflection of a 32-bit registry key on 64-bit Windows is switched on again.',
    meaning:
      'The counterpart of `winreg.DisableReflectionKey`, and as meaningless since Windows 7. The key is ' +
      'passed as an integer.',
    page: 'library/winreg.html#winreg.EnableReflectionKey',
    nearMiss: py`
      import sys

      sys.maxsize
    `,
  },
};
