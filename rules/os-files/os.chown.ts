import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osChown: EventRule = {
  code: 'PYA1413',
  event: 'os.chown',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'path' }, { name: 'uid' }, { name: 'gid' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.chown',
      aliases: ['os.chown'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        uid: ['arg:1', 'kw:uid'],
        gid: ['arg:2', 'kw:gid'],
        dir_fd: { from: ['kw:dir_fd'], default: int(-1) },
      },
      stop: true,
      example: py`
        import os
        os.chown('file.txt', 1000, 1000)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.fchown',
      aliases: ['os.fchown'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:fd'],
        uid: ['arg:1', 'kw:uid'],
        gid: ['arg:2', 'kw:gid'],
        dir_fd: { from: [], default: int(-1) },
      },
      stop: true,
      example: py`
        import os
        descriptor = os.open('file.txt', os.O_RDONLY)
        os.fchown(descriptor, 1000, 1000)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.lchown',
      aliases: ['os.lchown'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        uid: ['arg:1', 'kw:uid'],
        gid: ['arg:2', 'kw:gid'],
        dir_fd: { from: [], default: int(-1) },
      },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.lchown('file.txt', 1000, 1000)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The owner or group of a file is changed.',
    meaning:
      'An id of -1 leaves that one as it is and arrives as a large unsigned number. Mostly only the ' +
      'superuser may give files away. `shutil.chown` looks names up first, raises its own event and then ' +
      'this one.',
    page: 'library/os.html#os.chown',
    cwe: [282],
    nearMiss: py`
      import os

      os.getuid()
      os.stat('file.txt').st_uid
    `,
  },
};
