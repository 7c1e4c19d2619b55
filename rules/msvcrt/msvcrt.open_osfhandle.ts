import type { EventRule } from '../../src/model/catalogue.ts';

export const msvcrtOpenOsfhandle: EventRule = {
  code: 'PYA1407',
  event: 'msvcrt.open_osfhandle',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'handle' }, { name: 'flags' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'msvcrt.open_osfhandle',
      of: 'function',
      map: { handle: ['arg:0'], flags: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
