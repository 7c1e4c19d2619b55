import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregLoadKey: EventRule = {
  code: 'PYA2210',
  event: 'winreg.LoadKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'sub_key' }, { name: 'file_name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.LoadKey',
      of: 'function',
      map: { key: ['arg:0'], sub_key: ['arg:1'], file_name: ['arg:2'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.LoadKey(winreg.HKEY_USERS, 'Example', r'C:\example.hiv')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry hive is about to be loaded from a file.',
    meaning:
      "The file's keys appear below the given one, for instance another user's settings. It needs the " +
      'privilege to restore files, and the file may have come from anywhere.',
    page: 'library/winreg.html#winreg.LoadKey',
    nearMiss: py`
      import configparser

      configparser.ConfigParser().read_string('[Software]')
    `,
  },
};
