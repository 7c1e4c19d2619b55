import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const shutilCopymode: EventRule = {
  code: 'PYA1441',
  event: 'shutil.copymode',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.copymode',
      of: 'function',
      map: { src: ['arg:0', 'kw:src'], dst: ['arg:1', 'kw:dst'] },
      python: true,
      example: py`
        import shutil
        shutil.copymode('file.txt', 'folder')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The permission bits of one file are about to be given to another.',
    meaning:
      '`shutil.copy` does it after copying. `os.chmod` follows. Copies of set-user-id programs keep the ' +
      'bit this way.',
    page: 'library/shutil.html#shutil.copymode',
    cwe: [281],
    nearMiss: py`
      import os
      import stat

      stat.S_IMODE(os.stat('file.txt').st_mode)
    `,
  },
};
