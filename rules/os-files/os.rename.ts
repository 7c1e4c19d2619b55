import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osRename: EventRule = {
  code: 'PYA1426',
  event: 'os.rename',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }, { name: 'src_dir_fd' }, { name: 'dst_dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.rename',
      aliases: ['os.rename', 'nt.rename'],
      of: 'function',
      map: {
        src: ['arg:0', 'kw:src'],
        dst: ['arg:1', 'kw:dst'],
        src_dir_fd: { from: ['kw:src_dir_fd'], default: int(-1) },
        dst_dir_fd: { from: ['kw:dst_dir_fd'], default: int(-1) },
      },
      example: py`
        import os
        os.rename('file.txt', 'moved.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.replace',
      aliases: ['os.replace', 'nt.replace'],
      of: 'function',
      map: {
        src: ['arg:0', 'kw:src'],
        dst: ['arg:1', 'kw:dst'],
        src_dir_fd: { from: ['kw:src_dir_fd'], default: int(-1) },
        dst_dir_fd: { from: ['kw:dst_dir_fd'], default: int(-1) },
      },
      example: py`
        import os
        os.replace('file.txt', 'moved.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file or folder is about to get another name.',
    meaning:
      '`os.rename` and `os.replace` are one event, and the latter overwrites silently, so a target path ' +
      'deserves the care of a write. Safe savers write a temporary file and end here; the import system ' +
      'does so for .pyc files.',
    page: 'library/os.html#os.rename',
    nearMiss: py`
      import os

      'file.txt'.replace('.txt', '.bak')
      os.path.splitext('file.txt')
    `,
  },
};
