import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiOpenProcess: EventRule = {
  code: 'PYA1023',
  event: '_winapi.OpenProcess',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'process_id' }, { name: 'desired_access' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.OpenProcess',
      of: 'function',
      map: { process_id: ['arg:2'], desired_access: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
