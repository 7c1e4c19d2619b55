import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const socketGethostbyaddr: EventRule = {
  code: 'PYA1321',
  event: 'socket.gethostbyaddr',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'ip_address' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.gethostbyaddr',
      aliases: ['socket.gethostbyaddr'],
      of: 'function',
      map: { ip_address: ['arg:0'] },
      stop: true,
      example: py`
        import socket
        socket.gethostbyaddr('127.0.0.1')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The host names of an address are about to be looked up.',
    meaning:
      'A reverse lookup usually asks a name server. `socket.getfqdn` comes here, and through it some ' +
      'servers of the library for each request they log.',
    page: 'library/socket.html#socket.gethostbyaddr',
    nearMiss: py`
      import socket

      socket.inet_ntoa(b'\x7f\x00\x00\x01')
    `,
  },
};
