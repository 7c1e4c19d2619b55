import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osRmdir: EventRule = {
  code: 'PYA1427',
  event: 'os.rmdir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.rmdir',
      aliases: ['os.rmdir', 'nt.rmdir'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], dir_fd: { from: ['kw:dir_fd'], default: int(-1) } },
      example: py`
        import os
        os.rmdir('folder')  # raises
      `,
    },
  ],
  docs: {
    summary: 'An empty folder is about to be removed.',
    meaning:
      'Fails if the folder is not empty, so by itself it destroys little; a series of `os.remove` and ' +
      '`os.rmdir` is a tree being deleted. `shutil.rmtree` passes a name relative to `dir_fd`.',
    page: 'library/os.html#os.rmdir',
    nearMiss: py`
      import os

      os.path.isdir('folder')
    `,
  },
};
