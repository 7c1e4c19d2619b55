import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysExcepthook: EventRule = {
  code: 'PYA2503',
  event: 'sys.excepthook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'hook' }, { name: 'type' }, { name: 'value' }, { name: 'traceback' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'error',
      api: 'uncaught exception in the main thread',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'An exception that nobody caught is about to be reported.',
    meaning:
      'It comes in the main thread before `sys.excepthook` runs, with that hook, so a replaced hook is ' +
      'visible. SystemExit does not raise it, and threads report through `threading.excepthook`, which ' +
      'has no event. Up to 3.10 errors in sqlite3 callbacks come here too, later as `sys.unraisablehook`.',
    page: 'library/sys.html#sys.excepthook',
    nearMiss: py`
      import sys

      sys.excepthook = sys.__excepthook__
      try:
          1 / 0
      except ZeroDivisionError:
          pass
    `,
  },
};
