import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osForkpty: EventRule = {
  code: 'PYA1006',
  event: 'os.forkpty',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.forkpty',
      aliases: ['os.forkpty'],
      of: 'function',
      map: {},
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.forkpty()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The process is about to be duplicated, the child on a new pseudo-terminal.',
    meaning:
      "The parent gets the terminal's other end, so it can drive programs that insist on a person, `ssh` " +
      'or `sudo` for instance. `pty.fork` and `pty.spawn` come through here.',
    page: 'library/os.html#os.forkpty',
    nearMiss: py`
      import os

      os.isatty(0)
    `,
  },
};
