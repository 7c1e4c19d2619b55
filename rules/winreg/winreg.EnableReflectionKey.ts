import type { EventRule } from '../../src/model/catalogue.ts';

export const winregEnableReflectionKey: EventRule = {
  code: 'PYA2206',
  event: 'winreg.EnableReflectionKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.EnableReflectionKey',
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
