import type { EventRule } from '../../src/model/catalogue.ts';

export const osListxattr: EventRule = {
  code: 'PYA1421',
  event: 'os.listxattr',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.listxattr',
      aliases: ['os.listxattr'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
