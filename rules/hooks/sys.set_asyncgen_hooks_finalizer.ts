import type { EventRule } from '../../src/model/catalogue.ts';

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
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
