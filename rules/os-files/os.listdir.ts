import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osListdir: EventRule = {
  code: 'PYA1417',
  event: 'os.listdir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.listdir',
      aliases: ['os.listdir', 'nt.listdir'],
      of: 'function',
      map: { path: { from: ['arg:0', 'kw:path'], default: NONE } },
      example: py`
        import os
        os.listdir('folder')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The names in a folder are listed.',
    meaning:
      'The path is None for the current directory. Importing raises it too, whenever the import system ' +
      'refreshes its view of a folder. `os.walk`, `glob` and `os.scandir` come as `os.scandir`; ' +
      '`Path.iterdir` came here up to 3.12.',
    page: 'library/os.html#os.listdir',
    cwe: [548],
    nearMiss: py`
      import os

      os.path.isdir('folder')
      os.path.split('folder/file')
    `,
  },
};
