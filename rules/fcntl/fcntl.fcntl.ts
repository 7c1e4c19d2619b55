import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const fcntlFcntl: EventRule = {
  code: 'PYA1401',
  event: 'fcntl.fcntl',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'cmd' }, { name: 'arg' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'fcntl.fcntl',
      of: 'function',
      map: { fd: ['arg:0'], cmd: ['arg:1'], arg: { from: ['arg:2'], default: NONE } },
      example: py`
        import fcntl
        fcntl.fcntl(1, fcntl.F_GETFD)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file descriptor is queried or controlled with `fcntl`.',
    meaning:
      'The command decides what it means: reading flags is common, setting non-blocking mode too; file ' +
      'leases and owners are rarer. A file object is passed as its descriptor, so names must be ' +
      'remembered from `open`. `arg` is None when not given, though the system call gets 0.',
    page: 'library/fcntl.html#fcntl.fcntl',
    nearMiss: py`
      import os

      os.set_blocking(1, True)
      os.get_inheritable(1)
    `,
  },
};
