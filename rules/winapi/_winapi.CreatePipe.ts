import type { EventRule } from '../../src/model/catalogue.ts';

export const winapiCreatePipe: EventRule = {
  code: 'PYA1454',
  event: '_winapi.CreatePipe',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreatePipe',
      of: 'function',
      map: {},
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
