import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysCurrentExceptions: EventRule = {
  code: 'PYA1701',
  event: 'sys._current_exceptions',
  category: 'introspection',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys._current_exceptions',
      of: 'function',
      map: {},
      example: py`
        import sys
        sys._current_exceptions()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The exceptions that all threads are handling are listed.',
    meaning:
      'New in 3.10. Through the tracebacks the caller gets the frames and so the local variables of every ' +
      'thread. Debuggers and crash reporters use it; an application has little reason to.',
    page: 'library/sys.html#sys._current_exceptions',
    nearMiss: py`
      import sys

      try:
          1 / 0
      except ZeroDivisionError:
          sys.exc_info()
    `,
  },
};
