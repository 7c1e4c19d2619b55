import type { EventRule } from '../../src/model/catalogue.ts';

export const winregQueryReflectionKey: EventRule = {
  code: 'PYA2215',
  event: 'winreg.QueryReflectionKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.QueryReflectionKey',
      of: 'function',
      map: { key: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
