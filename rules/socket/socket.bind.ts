import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const socketBind: EventRule = {
  code: 'PYA1318',
  event: 'socket.bind',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'address' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.socket.bind',
      aliases: ['socket.socket.bind', 'socket.SocketType.bind'],
      of: 'method',
      map: { self: ['self'], address: ['arg:0'] },
      stop: true,
      example: py`
        import socket
        server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        server.bind(('127.0.0.1', 0))  # raises
      `,
    },
  ],
  docs: {
    summary: 'A socket is about to be bound to a local address.',
    meaning:
      'The first step of a server, and the way clients fix their port. An empty host or 0.0.0.0 means ' +
      'every interface of the machine. Listening and accepting raise nothing more than `socket.__new__` ' +
      'per accepted connection.',
    page: 'library/socket.html#socket.socket.bind',
    cwe: [1327],
    nearMiss: py`
      import socket

      server = socket.socket()
      server.getsockname()
    `,
  },
};
