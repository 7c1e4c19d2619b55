import type { EventRule } from '../../src/model/catalogue.ts';

export const osGetxattr: EventRule = {
  code: 'PYA1415',
  event: 'os.getxattr',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'path' }, { name: 'attribute' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.getxattr',
      aliases: ['os.getxattr'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], attribute: ['arg:1', 'kw:attribute'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
