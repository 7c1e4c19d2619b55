import type { EventRule } from '../../src/model/catalogue.ts';

export const osRemovexattr: EventRule = {
  code: 'PYA1425',
  event: 'os.removexattr',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'path' }, { name: 'attribute' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.removexattr',
      aliases: ['os.removexattr'],
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
