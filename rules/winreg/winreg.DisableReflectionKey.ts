import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregDisableReflectionKey: EventRule = {
  code: 'PYA2205',
  event: 'winreg.DisableReflectionKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.DisableReflectionKey',
      of: 'function',
      map: { key: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        key = winreg.OpenKey(winreg.HKEY_CURRENT_USER, 'Software')
        winreg.DisableReflectionKey(key)  # raises
      `,
    },
  ],
  docs: {
    summary: 'Reflection of a 32-bit registry key on 64-bit Windows is switched off.',
    meaning:
      'Reflection existed only up to Windows Vista. Since Windows 7 keys are shared and the call changes ' +
      'nothing of note, so it hints at very old code.',
    page: 'library/winreg.html#winreg.DisableReflectionKey',
    nearMiss: py`
      import sys

      sys.maxsize
    `,
  },
};
