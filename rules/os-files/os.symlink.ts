import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osSymlink: EventRule = {
  code: 'PYA1430',
  event: 'os.symlink',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.symlink',
      aliases: ['os.symlink', 'nt.symlink'],
      of: 'function',
      map: {
        src: ['arg:0', 'kw:src'],
        dst: ['arg:1', 'kw:dst'],
        dir_fd: { from: ['kw:dir_fd'], default: int(-1) },
      },
      example: py`
        import os
        os.symlink('file.txt', 'link.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A symbolic link is made.',
    meaning:
      '`src` is the text the link will hold and need not exist; it may lead anywhere when somebody later ' +
      'follows it. Archive extraction that makes links and then writes through them is the classic ' +
      'attack.',
    page: 'library/os.html#os.symlink',
    cwe: [59],
    nearMiss: py`
      import os

      os.path.islink('file.txt')
      os.path.realpath('file.txt')
    `,
  },
};
