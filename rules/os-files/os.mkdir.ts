import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osMkdir: EventRule = {
  code: 'PYA1423',
  event: 'os.mkdir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'mode' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.mkdir',
      aliases: ['os.mkdir', 'nt.mkdir'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        mode: { from: ['arg:1', 'kw:mode'], default: int(511) },
        dir_fd: { from: ['kw:dir_fd'], default: int(-1) },
      },
      example: py`
        import os
        os.mkdir('new')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A folder is about to be created.',
    meaning:
      'Raised before the attempt, so also when the folder exists. `os.makedirs` raises it once per ' +
      'missing level. The mode is the one asked for, before the umask; importing creates `__pycache__` ' +
      'this way.',
    page: 'library/os.html#os.mkdir',
    nearMiss: py`
      import os

      os.path.isdir('folder')
      os.path.join('folder', 'new')
    `,
  },
};
