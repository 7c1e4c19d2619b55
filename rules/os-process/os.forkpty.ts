import type { EventRule } from '../../src/model/catalogue.ts';

export const osForkpty: EventRule = {
  code: 'PYA1006',
  event: 'os.forkpty',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.forkpty',
      aliases: ['os.forkpty'],
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
