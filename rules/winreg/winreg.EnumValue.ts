import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregEnumValue: EventRule = {
  code: 'PYA2208',
  event: 'winreg.EnumValue',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'index' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.EnumValue',
      of: 'function',
      map: { key: ['arg:0'], index: ['arg:1'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.EnumValue(winreg.HKEY_CURRENT_USER, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A value of a key is read by its number.',
    meaning:
      'The call gives name, data and type, so values can be read without `winreg.QueryValue`. One event ' +
      'per value and one more for the end.',
    page: 'library/winreg.html#winreg.EnumValue',
    nearMiss: py`
      list(enumerate(['Name']))
    `,
  },
};
