import type { EventRule } from '../../src/model/catalogue.ts';

export const winregDisableReflectionKey: EventRule = {
  code: 'PYA2205',
  event: 'winreg.DisableReflectionKey',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.DisableReflectionKey',
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
