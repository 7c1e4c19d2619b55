import type { EventRule } from '../../src/model/catalogue.ts';
import { int, NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const fcntlLockf: EventRule = {
  code: 'PYA1404',
  event: 'fcntl.lockf',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'cmd' }, { name: 'len' }, { name: 'start' }, { name: 'whence' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'fcntl.lockf',
      of: 'function',
      map: {
        fd: ['arg:0'],
        cmd: ['arg:1'],
        len: { from: ['arg:2'], default: NONE },
        start: { from: ['arg:3'], default: NONE },
        whence: { from: ['arg:4'], default: int(0) },
      },
      example: py`
        import fcntl
        stream = open('file.txt', 'r+')
        fcntl.lockf(stream, fcntl.LOCK_UN)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A range of a file is locked or unlocked.',
    meaning:
      'Built on `fcntl` locks, although the name is that of another call: `os.lockf` raises `os.lockf`. ' +
      'Length 0 means to the end of the file; an argument that is not given shows as None, `whence` as 0.',
    page: 'library/fcntl.html#fcntl.lockf',
    nearMiss: py`
      import os

      stream = open('file.txt', 'r+')
      os.lockf(stream.fileno(), os.F_TEST, 0)
    `,
  },
};
