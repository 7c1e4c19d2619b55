import type { EventRule } from '../../src/model/catalogue.ts';

export const osListmounts: EventRule = {
  code: 'PYA1419',
  event: 'os.listmounts',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'volume' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.listmounts',
      aliases: ['os.listmounts'],
      of: 'function',
      map: { volume: ['arg:0', 'kw:volume'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
