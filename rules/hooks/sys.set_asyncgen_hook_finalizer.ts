import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysSetAsyncgenHookFinalizer: EventRule = {
  code: 'PYA1708',
  event: 'sys.set_asyncgen_hook_finalizer',
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
      when: [{ operand: ['arg:1', 'kw:finalizer'], is: 'given' }],
      map: {},
      example: py`
        import sys
        sys.set_asyncgen_hooks(finalizer=None)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The hook that finalizes asynchronous generators is set.',
    meaning:
      'Event loops of asyncio set it when they start and restore it when they stop; elsewhere it is rare. ' +
      "Nothing is passed, not even the hook. CPython's documentation writes " +
      '`sys.set_asyncgen_hooks_finalizer`; a hook that compares with that name never fires.',
    page: 'library/sys.html#sys.set_asyncgen_hooks',
    nearMiss: py`
      import sys

      sys.set_asyncgen_hooks(firstiter=None)
    `,
  },
};
