import type { EventRule } from '../../src/model/catalogue.ts';

export const httpClientConnect: EventRule = {
  code: 'PYA1303',
  event: 'http.client.connect',
  category: 'network',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'host' }, { name: 'port' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'http.client.HTTPConnection.connect',
      of: 'method',
      map: { self: ['self'], host: null, port: null },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
