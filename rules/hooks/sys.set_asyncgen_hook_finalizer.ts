import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
