import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osScandir: EventRule = {
  code: 'PYA1428',
  event: 'os.scandir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.scandir',
      aliases: ['os.scandir', 'nt.scandir'],
      of: 'function',
      map: { path: { from: ['arg:0', 'kw:path'], default: NONE } },
      example: py`
        import os
        os.scandir('folder')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The entries of a folder are about to be read.',
    meaning:
      'The path is None for the current directory, or a descriptor. It is what `os.walk`, `glob`, ' +
      '`shutil.rmtree` and `shutil.copytree` do for each folder, and `pathlib` by version; so a tree walk ' +
      'shows as a run of these.',
    page: 'library/os.html#os.scandir',
    cwe: [548],
    nearMiss: py`
      import os

      os.stat('folder')
      os.path.isdir('folder')
    `,
  },
};
