import type { EventRule } from '../../src/model/catalogue.ts';

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
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
