import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winregSaveKey: EventRule = {
  code: 'PYA2217',
  event: 'winreg.SaveKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }, { name: 'file_name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.SaveKey',
      of: 'function',
      map: { key: ['arg:0'], file_name: ['arg:1'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import winreg
        winreg.SaveKey(winreg.HKEY_CURRENT_USER, r'C:\example.hiv')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A registry key with everything below it is about to be saved to a file.',
    meaning:
      'Needs the privilege to back up files. Saving the SAM and SYSTEM hives is the well-known way to ' +
      'steal the password hashes of a machine. The file is written by the system, without `open`.',
    page: 'library/winreg.html#winreg.SaveKey',
    cwe: [522],
    nearMiss: py`
      import configparser
      import io

      configparser.ConfigParser().write(io.StringIO())
    `,
  },
};
