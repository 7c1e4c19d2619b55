import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const socketGetnameinfo: EventRule = {
  code: 'PYA1324',
  event: 'socket.getnameinfo',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'sockaddr' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.getnameinfo',
      aliases: ['socket.getnameinfo'],
      of: 'function',
      map: { sockaddr: ['arg:0'] },
      stop: true,
      example: py`
        import socket
        socket.getnameinfo(('127.0.0.1', 80), 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A socket address is about to be turned into host and service names.',
    meaning:
      'Without the flag for numeric results it is a reverse lookup at a name server. The argument is the ' +
      'address tuple as given.',
    page: 'library/socket.html#socket.getnameinfo',
    nearMiss: py`
      import socket

      socket.inet_ntoa(b'\x7f\x00\x00\x01')
    `,
  },
};
