import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysSetAsyncgenHooksFirstiter: EventRule = {
  code: 'PYA1711',
  event: 'sys.set_asyncgen_hooks_firstiter',
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
      'The event that really comes is `sys.set_asyncgen_hook_firstiter`, without the plural. A hook or an ' +
      'allow-list that copies the documented name silently misses it.',
    page: 'library/sys.html#sys.set_asyncgen_hooks',
    nearMiss: py`
      import sys

      sys.set_asyncgen_hooks(firstiter=None)
    `,
  },
};
