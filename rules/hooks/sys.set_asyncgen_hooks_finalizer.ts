import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysSetAsyncgenHooksFinalizer: EventRule = {
  code: 'PYA1710',
  event: 'sys.set_asyncgen_hooks_finalizer',
  category: 'introspection',
  raised: '',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [],
  docs: {
    summary: "A name that only CPython's documentation uses; no version raises it.",
    meaning:
      'The event that really comes is `sys.set_asyncgen_hook_finalizer`, without the plural. A hook or an ' +
      'allow-list that copies the documented name silently misses it.',
    page: 'library/sys.html#sys.set_asyncgen_hooks',
    nearMiss: py`
      import sys

      sys.set_asyncgen_hooks(finalizer=None)
    `,
  },
};
