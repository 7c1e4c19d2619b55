import type { EventRule } from '../../src/model/catalogue.ts';

export const osListvolumes: EventRule = {
  code: 'PYA1420',
  event: 'os.listvolumes',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.listvolumes',
      aliases: ['os.listvolumes'],
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
