import type { EventRule } from '../../src/model/catalogue.ts';

export const winregPyHKEYDetach: EventRule = {
  code: 'PYA2213',
  event: 'winreg.PyHKEY.Detach',
  category: 'registry',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'key' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'winreg.HKEYType.Detach',
      of: 'method',
      map: { key: ['self'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
