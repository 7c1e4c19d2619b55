import type { EventRule } from '../../src/model/catalogue.ts';

export const winregExpandEnvironmentStrings: EventRule = {
  code: 'PYA2209',
  event: 'winreg.ExpandEnvironmentStrings',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'str' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.ExpandEnvironmentStrings',
      of: 'function',
      map: { str: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
