import type { EventRule } from '../../src/model/catalogue.ts';
import { int, NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const socketNew: EventRule = {
  code: 'PYA1317',
  event: 'socket.__new__',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'family' }, { name: 'type' }, { name: 'protocol' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'socket.socket',
      of: 'class',
      when: [{ operand: ['arg:3', 'kw:fileno'], is: 'none', default: NONE }],
      map: {
        self: null,
        family: { from: ['arg:0', 'kw:family'], default: int(2) },
        type: { from: ['arg:1', 'kw:type'], default: int(1) },
        protocol: { from: ['arg:2', 'kw:proto'], default: int(0) },
      },
      python: true,
      example: py`
        import socket
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'socket.socket',
      of: 'class',
      when: [{ operand: ['arg:3', 'kw:fileno'], is: 'not-none', default: NONE }],
      map: {
        self: null,
        family: { from: ['arg:0', 'kw:family'], default: int(-1) },
        type: { from: ['arg:1', 'kw:type'], default: int(-1) },
        protocol: { from: ['arg:2', 'kw:proto'], default: int(-1) },
      },
      python: true,
      example: py`
        import socket
        first = socket.socket()
        socket.socket(fileno=first.detach())  # raises
      `,
    },
    {
      kind: 'call',
      api: '_socket.socket',
      aliases: ['_socket.SocketType', 'socket.SocketType'],
      of: 'class',
      map: {
        self: null,
        family: { from: ['arg:0', 'kw:family'], default: int(-1) },
        type: { from: ['arg:1', 'kw:type'], default: int(-1) },
        protocol: { from: ['arg:2', 'kw:proto'], default: int(-1) },
      },
      example: py`
        import _socket
        _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A socket object is being created.',
    meaning:
      'No connection yet: family and type tell Unix, IPv4, IPv6, UDP or raw sockets apart. `accept`, ' +
      '`dup`, `socketpair` and wrapping a descriptor create sockets too, and pass -1 for what is then ' +
      'unknown. asyncio makes two at start for its own use.',
    page: 'library/socket.html#socket.socket',
    nearMiss: py`
      import socket

      socket.AF_INET
      socket.has_ipv6
    `,
  },
};
