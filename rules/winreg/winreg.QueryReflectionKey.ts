import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregQueryReflectionKey: EventRule = {
  code: 'PYA2215',
  event: 'winreg.QueryReflectionKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.QueryReflectionKey',
      of: 'function',
      map: { key: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        key = winreg.OpenKey(winreg.HKEY_CURRENT_USER, 'Software')
        winreg.QueryReflectionKey(key)  # raises
      `,
    },
  ],
  docs: {
    summary: 'Whether reflection is off for a key is asked.',
    meaning:
      'Reading only, and without meaning since Windows 7, where reflection is gone. The key is passed as ' +
      'an integer.',
    page: 'library/winreg.html#winreg.QueryReflectionKey',
    nearMiss: py`
      import sys

      sys.maxsize
    `,
  },
};
