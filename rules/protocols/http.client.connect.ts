import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      stop: true,
      example: py`
        import http.client
        client = http.client.HTTPConnection('127.0.0.1', 9)
        client.connect()  # raises
      `,
    },
  ],
  docs: {
    summary: 'An HTTP connection is about to be opened.',
    meaning:
      'Raised since 3.10 with the connection object, and host and port of the server, or of the proxy ' +
      'when a tunnel is set; `urllib.request` and every library built on `http.client` come through here. ' +
      'The first request connects if nobody did before.',
    page: 'library/http.client.html#http.client.HTTPConnection.connect',
    cwe: [918],
    nearMiss: py`
      import http.client

      http.client.HTTPConnection('127.0.0.1', 9)
    `,
  },
};
