import type { EventRule } from '../../src/model/catalogue.ts';

export const resourceSetrlimit: EventRule = {
  code: 'PYA1016',
  event: 'resource.setrlimit',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'resource' }, { name: 'limits' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'resource.setrlimit',
      of: 'function',
      map: { resource: ['arg:0'], limits: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
