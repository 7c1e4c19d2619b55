import type { EventRule } from '../../src/model/catalogue.ts';

export const osFork: EventRule = {
  code: 'PYA1005',
  event: 'os.fork',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.fork',
      aliases: ['os.fork'],
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
