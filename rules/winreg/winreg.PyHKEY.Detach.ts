import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregPyHKEYDetach: EventRule = {
  code: 'PYA2213',
  event: 'winreg.PyHKEY.Detach',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.HKEYType.Detach',
      of: 'method',
      map: { key: ['self'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        key = winreg.OpenKey(winreg.HKEY_CURRENT_USER, 'Software')
        key.Detach()  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry handle object gives up its handle.',
    meaning:
      'The integer lives on and must be closed by hand; from here a hook can no longer follow the object. ' +
      'Rare outside code that passes handles to foreign functions.',
    page: 'library/winreg.html#winreg.PyHKEY.Detach',
    nearMiss: py`
      import io

      io.BytesIO(b'text').close()
    `,
  },
};
