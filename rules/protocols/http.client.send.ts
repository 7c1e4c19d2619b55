import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      example: py`
        import http.client
        class Wire:
            def sendall(self, data):
                pass
        client = http.client.HTTPConnection('127.0.0.1', 9)
        client.sock = Wire()
        client.send(b'GET / HTTP/1.1\r\n\r\n')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Bytes are about to be sent on an HTTP connection.',
    meaning:
      'One event for the headers, another for a body sent apart, and one per block for a file. The data ' +
      'is complete, cookies and credentials included, also under HTTPS, since it comes before encryption. ' +
      'Responses raise nothing.',
    page: 'library/http.client.html#http.client.HTTPConnection.send',
    nearMiss: py`
      import http.client

      client = http.client.HTTPConnection('127.0.0.1', 9)
      client.set_debuglevel(0)
    `,
  },
};
