import type { EventRule } from '../../src/model/catalogue.ts';

export const osClearenv: EventRule = {
  code: 'PYA1001',
  event: 'os._clearenv',
  category: 'process',
  raised: '3.15',
  documented: '',
  platforms: ['linux', 'darwin'],
  arguments: [],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix._clearenv',
      aliases: ['os._clearenv'],
      of: 'function',
      map: {},
    },
    {
      kind: 'call',
      api: 'os._Environ.clear',
      of: 'method',
      map: {},
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
