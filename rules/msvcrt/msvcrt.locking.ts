import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const msvcrtLocking: EventRule = {
  code: 'PYA1406',
  event: 'msvcrt.locking',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'fd' }, { name: 'mode' }, { name: 'nbytes' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'msvcrt.locking',
      of: 'function',
      map: { fd: ['arg:0'], mode: ['arg:1'], nbytes: ['arg:2'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import msvcrt
        stream = open('file.txt', 'r+')
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # raises
      `,
    },
  ],
  docs: {
    summary: 'Bytes of a file are locked or unlocked on Windows.',
    meaning:
      "The range begins at the file's current position and locks are mandatory: other processes cannot " +
      'read it. The call may wait ten seconds; the event comes before.',
    page: 'library/msvcrt.html#msvcrt.locking',
    nearMiss: py`
      import threading

      with threading.Lock():
          pass
    `,
  },
};
