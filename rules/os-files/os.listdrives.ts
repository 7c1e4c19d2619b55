import type { EventRule } from '../../src/model/catalogue.ts';

export const osListdrives: EventRule = {
  code: 'PYA1418',
  event: 'os.listdrives',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.listdrives',
      aliases: ['os.listdrives'],
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
