import type { EventRule } from '../../src/model/catalogue.ts';

export const builtinsBreakpoint: EventRule = {
  code: 'PYA1801',
  event: 'builtins.breakpoint',
  category: 'debugging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'breakpointhook' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.breakpoint',
      of: 'function',
      map: { breakpointhook: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
