import type { EventRule } from '../../src/model/catalogue.ts';

export const httpClientSend: EventRule = {
  code: 'PYA1304',
  event: 'http.client.send',
  category: 'network',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'data', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'http.client.HTTPConnection.send',
      of: 'method',
      map: { self: ['self'], data: ['arg:0', 'kw:data'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
