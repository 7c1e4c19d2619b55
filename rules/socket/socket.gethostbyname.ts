import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const socketGethostbyname: EventRule = {
  code: 'PYA1322',
  event: 'socket.gethostbyname',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'hostname' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.gethostbyname',
      aliases: ['socket.gethostbyname'],
      of: 'function',
      map: { hostname: ['arg:0'] },
      stop: true,
      example: py`
        import socket
        socket.gethostbyname('127.0.0.1')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_socket.gethostbyname_ex',
      aliases: ['socket.gethostbyname_ex'],
      of: 'function',
      map: { hostname: ['arg:0'] },
      stop: true,
      example: py`
        import socket
        socket.gethostbyname_ex('127.0.0.1')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A host name is about to be resolved to an IPv4 address.',
    meaning:
      '`gethostbyname_ex` raises the same event. Old interface; modern code resolves with `getaddrinfo`, ' +
      'which has an event of its own, so a filter on names must know both.',
    page: 'library/socket.html#socket.gethostbyname',
    nearMiss: py`
      import socket

      socket.inet_aton('127.0.0.1')
    `,
  },
};
