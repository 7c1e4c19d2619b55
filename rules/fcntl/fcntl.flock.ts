import type { EventRule } from '../../src/model/catalogue.ts';

export const fcntlFlock: EventRule = {
  code: 'PYA1402',
  event: 'fcntl.flock',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'operation' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'fcntl.flock',
      of: 'function',
      map: { fd: ['arg:0'], operation: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
