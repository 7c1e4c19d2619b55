import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysUnraisablehook: EventRule = {
  code: 'PYA2504',
  event: 'sys.unraisablehook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'hook' }, { name: 'unraisable' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'error',
      api: 'exception that cannot be handled (in __del__, a callback, ...)',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'An exception occurred where it cannot be raised: in a finalizer or a callback from C.',
    meaning:
      'It comes before `sys.unraisablehook` runs, with that hook and the description of the error. No ' +
      'line of code raises it; broken `__del__` methods, ctypes callbacks and, since 3.11, sqlite3 ' +
      'callbacks do. Raising from the audit hook here is itself unraisable.',
    page: 'library/sys.html#sys.unraisablehook',
    nearMiss: py`
      import sys

      sys.unraisablehook = sys.__unraisablehook__
    `,
  },
};
