import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osAddDllDirectory: EventRule = {
  code: 'PYA1409',
  event: 'os.add_dll_directory',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'os.add_dll_directory',
      aliases: ['nt._add_dll_directory'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'] },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.add_dll_directory('C:\\Tools')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A folder joins the search path for Windows libraries.',
    meaning:
      "Since 3.8 only these folders, the system's and the program's own are searched for the dependencies " +
      'of extension modules and ctypes libraries. A folder that others may write to lets them plant code.',
    page: 'library/os.html#os.add_dll_directory',
    cwe: [427],
    nearMiss: py`
      import sys

      sys.path.append('folder')
    `,
  },
};
