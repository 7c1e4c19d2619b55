import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregQueryInfoKey: EventRule = {
  code: 'PYA2214',
  event: 'winreg.QueryInfoKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.QueryInfoKey',
      of: 'function',
      map: { key: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.QueryInfoKey(winreg.HKEY_CURRENT_USER)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The number of subkeys and values of a key, and its last change, are read.',
    meaning: 'Reveals no names. Usually the beginning of a listing.',
    page: 'library/winreg.html#winreg.QueryInfoKey',
    nearMiss: py`
      len({'Software': {}})
    `,
  },
};
