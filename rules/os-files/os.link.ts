import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osLink: EventRule = {
  code: 'PYA1416',
  event: 'os.link',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }, { name: 'src_dir_fd' }, { name: 'dst_dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.link',
      aliases: ['os.link', 'nt.link'],
      of: 'function',
      map: {
        src: ['arg:0', 'kw:src'],
        dst: ['arg:1', 'kw:dst'],
        src_dir_fd: { from: ['kw:src_dir_fd'], default: int(-1) },
        dst_dir_fd: { from: ['kw:dst_dir_fd'], default: int(-1) },
      },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      example: py`
        import os
        os.link('file.txt', 'second.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A hard link is made.',
    meaning:
      'The new name shares the file itself, permissions included, and lives on when the old one is ' +
      'removed, which defeats checks by path. `pathlib.Path.hardlink_to` ends here.',
    page: 'library/os.html#os.link',
    cwe: [59],
    nearMiss: py`
      import os

      os.path.samefile('file.txt', 'file.txt')
    `,
  },
};
