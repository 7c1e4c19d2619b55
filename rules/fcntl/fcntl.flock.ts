import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const fcntlFlock: EventRule = {
  code: 'PYA1402',
  event: 'fcntl.flock',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'operation' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'fcntl.flock',
      of: 'function',
      map: { fd: ['arg:0'], operation: ['arg:1'] },
      example: py`
        import fcntl
        stream = open('file.txt')
        fcntl.flock(stream, fcntl.LOCK_UN)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A whole file is locked or unlocked.',
    meaning:
      'The lock is advisory: other programs must ask for it too. The event comes before the call waits, ' +
      'so it does not tell that the lock was obtained.',
    page: 'library/fcntl.html#fcntl.flock',
    nearMiss: py`
      import threading

      with threading.Lock():
          pass
    `,
  },
};
