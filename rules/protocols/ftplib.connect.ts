import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ftplibConnect: EventRule = {
  code: 'PYA1301',
  event: 'ftplib.connect',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'host' }, { name: 'port' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ftplib.FTP.connect',
      of: 'method',
      map: { self: ['self'], host: ['arg:0', 'kw:host'], port: ['arg:1', 'kw:port'] },
      python: true,
      stop: true,
      example: py`
        import ftplib
        client = ftplib.FTP()
        client.connect('127.0.0.1', 9)  # raises
      `,
    },
  ],
  docs: {
    summary: 'An FTP connection is about to be opened.',
    meaning:
      '`FTP(host)` and `FTP_TLS(host)` connect at once. The host is a name before resolution; the events ' +
      'of `socket.create_connection` follow. Plain FTP sends the password in clear.',
    page: 'library/ftplib.html#ftplib.FTP.connect',
    cwe: [319],
    nearMiss: py`
      import ftplib

      ftplib.FTP()
    `,
  },
};
