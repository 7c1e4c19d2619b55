import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osLockf: EventRule = {
  code: 'PYA1422',
  event: 'os.lockf',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'cmd' }, { name: 'len' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.lockf',
      aliases: ['os.lockf'],
      of: 'function',
      map: { fd: ['arg:0'], cmd: ['arg:1'], len: ['arg:2'] },
      example: py`
        import os
        descriptor = os.open('file.txt', os.O_RDWR)
        os.lockf(descriptor, os.F_TEST, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A range of a file is locked, unlocked or tested.',
    meaning:
      'The range begins at the current position. A different call from `fcntl.lockf`, with an event of ' +
      'its own; the descriptor is a number, so the name must be remembered from `open`.',
    page: 'library/os.html#os.lockf',
    nearMiss: py`
      import threading

      with threading.Lock():
          pass
    `,
  },
};
