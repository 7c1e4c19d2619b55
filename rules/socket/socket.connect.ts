import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const socketConnect: EventRule = {
  code: 'PYA1319',
  event: 'socket.connect',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'address' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.socket.connect',
      aliases: ['socket.socket.connect', 'socket.SocketType.connect'],
      of: 'method',
      map: { self: ['self'], address: ['arg:0'] },
      stop: true,
      example: py`
        import socket
        client = socket.socket()
        client.connect(('127.0.0.1', 9))  # raises
      `,
    },
    {
      kind: 'call',
      api: '_socket.socket.connect_ex',
      aliases: ['socket.socket.connect_ex', 'socket.SocketType.connect_ex'],
      of: 'method',
      map: { self: ['self'], address: ['arg:0'] },
      stop: true,
      example: py`
        import socket
        client = socket.socket()
        client.connect_ex(('127.0.0.1', 9))  # raises
      `,
    },
  ],
  docs: {
    summary: 'A socket is about to be connected.',
    meaning:
      'The address is what the caller passed, after the C code has resolved a host name in it, so a ' +
      "refusal comes late for DNS. A Unix socket's address is a path. `connect_ex` is the same event. " +
      "This is the event to watch for outgoing connections: nearly all libraries end here, and asyncio's " +
      'selector loop as well.',
    page: 'library/socket.html#socket.socket.connect',
    cwe: [918],
    nearMiss: py`
      import socket

      client = socket.socket()
      client.settimeout(1)
      client.close()
    `,
  },
};
