import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const shutilCopystat: EventRule = {
  code: 'PYA1442',
  event: 'shutil.copystat',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.copystat',
      of: 'function',
      map: { src: ['arg:0', 'kw:src'], dst: ['arg:1', 'kw:dst'] },
      python: true,
      example: py`
        import shutil
        shutil.copystat('file.txt', 'folder')  # raises
      `,
    },
  ],
  docs: {
    summary:
      'Permissions, times, flags and extended attributes of one file are about to be given to another.',
    meaning:
      '`copy2` and `copytree` do it for each file, `copytree` for each folder as well. `os.utime` and ' +
      '`os.chmod` follow, and on Linux `os.listxattr`.',
    page: 'library/shutil.html#shutil.copystat',
    nearMiss: py`
      import os

      os.stat('file.txt')
    `,
  },
};
