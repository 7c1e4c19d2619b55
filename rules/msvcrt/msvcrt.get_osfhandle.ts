import type { EventRule } from '../../src/model/catalogue.ts';

export const msvcrtGetOsfhandle: EventRule = {
  code: 'PYA1405',
  event: 'msvcrt.get_osfhandle',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'fd' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'msvcrt.get_osfhandle',
      of: 'function',
      map: { fd: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
