import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
