import type { EventRule } from '../../src/model/catalogue.ts';

export const urllibRequest: EventRule = {
  code: 'PYA1316',
  event: 'urllib.Request',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [
    { name: 'fullurl', sensitive: 'user-info' },
    { name: 'data', sensitive: true },
    { name: 'headers', sensitive: true },
    { name: 'method' },
  ],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'urllib.request.OpenerDirector.open',
      of: 'method',
      map: { fullurl: ['arg:0', 'kw:fullurl'], data: ['arg:1', 'kw:data'], headers: null, method: null },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
