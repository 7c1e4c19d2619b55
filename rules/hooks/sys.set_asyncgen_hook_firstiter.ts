import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysSetAsyncgenHookFirstiter: EventRule = {
  code: 'PYA1709',
  event: 'sys.set_asyncgen_hook_firstiter',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.set_asyncgen_hooks',
      of: 'function',
      when: [{ operand: ['arg:0', 'kw:firstiter'], is: 'given' }],
      map: {},
      example: py`
        import sys
        sys.set_asyncgen_hooks(firstiter=None)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The hook that sees the first iteration of asynchronous generators is set.',
    meaning:
      'Event loops of asyncio set it when they start and restore it when they stop. A hook of this kind ' +
      "receives every asynchronous generator of the thread. CPython's documentation writes " +
      '`sys.set_asyncgen_hooks_firstiter`; that name is never raised.',
    page: 'library/sys.html#sys.set_asyncgen_hooks',
    nearMiss: py`
      import sys

      sys.set_asyncgen_hooks(finalizer=None)
    `,
  },
};
