import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      example: py`
        import urllib.request
        opener = urllib.request.build_opener()
        opener.open('data:,text')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A URL is about to be opened by `urllib.request`.',
    meaning:
      'Making a `Request` object raises nothing; opening does, through `urlopen`, `urlretrieve` or an ' +
      "opener of one's own, for every scheme: `file:` reads local files this way. Redirects open again " +
      'and so come again. URL, data and headers can hold credentials. `http.client.connect` and the ' +
      'socket events follow.',
    page: 'library/urllib.request.html#urllib.request.urlopen',
    cwe: [918],
    nearMiss: py`
      import urllib.request

      urllib.request.Request('http://example.org/')
    `,
  },
};
