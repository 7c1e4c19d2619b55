import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregEnumKey: EventRule = {
  code: 'PYA2207',
  event: 'winreg.EnumKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'index' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.EnumKey',
      of: 'function',
      map: { key: ['arg:0'], index: ['arg:1'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.EnumKey(winreg.HKEY_CURRENT_USER, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: "A subkey's name is read by its number.",
    meaning:
      'Programs count upwards until an OSError, so a listing raises the event once per subkey and once ' +
      "more. The subkeys' own values are not read by it.",
    page: 'library/winreg.html#winreg.EnumKey',
    nearMiss: py`
      list(enumerate(['Software']))
    `,
  },
};
