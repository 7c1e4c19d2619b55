import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osRemove: EventRule = {
  code: 'PYA1424',
  event: 'os.remove',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.remove',
      aliases: ['os.remove', 'nt.remove'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], dir_fd: { from: ['kw:dir_fd'], default: int(-1) } },
      example: py`
        import os
        os.remove('file.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.unlink',
      aliases: ['os.unlink', 'nt.unlink'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], dir_fd: { from: ['kw:dir_fd'], default: int(-1) } },
      example: py`
        import os
        os.unlink('file.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file is about to be removed.',
    meaning:
      '`os.remove`, `os.unlink` and `Path.unlink` are one event. With `dir_fd` the path is relative to an ' +
      'open folder, as in `shutil.rmtree`, where only the last name is passed. Folders go by `os.rmdir`.',
    page: 'library/os.html#os.remove',
    nearMiss: py`
      import os

      names = ['file.txt']
      names.remove('file.txt')
      os.path.exists('file.txt')
    `,
  },
};
