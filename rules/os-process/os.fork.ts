import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osFork: EventRule = {
  code: 'PYA1005',
  event: 'os.fork',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.fork',
      aliases: ['os.fork'],
      of: 'function',
      map: {},
      stop: true,
      example: py`
        import os
        os.fork()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The process is about to be duplicated.',
    meaning:
      "Parent and child go on from here with the same hooks, the child's log going to the same place. " +
      "`os.spawnl` and its kin, `pty.fork` where forkpty is missing, and multiprocessing's fork method " +
      'reach it; `subprocess` does not. Locks held by other threads stay locked in the child.',
    page: 'library/os.html#os.fork',
    nearMiss: py`
      import os

      os.getpid()
      os.getppid()
    `,
  },
};
