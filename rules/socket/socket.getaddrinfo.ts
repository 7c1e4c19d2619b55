import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const socketGetaddrinfo: EventRule = {
  code: 'PYA1320',
  event: 'socket.getaddrinfo',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'host' }, { name: 'port' }, { name: 'family' }, { name: 'type' }, { name: 'protocol' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.getaddrinfo',
      of: 'function',
      map: {
        host: ['arg:0', 'kw:host'],
        port: ['arg:1', 'kw:port'],
        family: { from: ['arg:2', 'kw:family'], default: int(0) },
        type: { from: ['arg:3', 'kw:type'], default: int(0) },
        protocol: { from: ['arg:4', 'kw:proto'], default: int(0) },
      },
      stop: true,
      example: py`
        import _socket
        _socket.getaddrinfo('127.0.0.1', 80)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'socket.getaddrinfo',
      of: 'function',
      map: {
        host: ['arg:0', 'kw:host'],
        port: ['arg:1', 'kw:port'],
        family: { from: ['arg:2', 'kw:family'], default: int(0) },
        type: { from: ['arg:3', 'kw:type'], default: int(0) },
        protocol: { from: ['arg:4', 'kw:proto'], default: int(0) },
      },
      python: true,
      stop: true,
      example: py`
        import socket
        socket.getaddrinfo('127.0.0.1', 80)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A host name and port are about to be resolved.',
    meaning:
      'Names sent to the resolver leave the machine, so data can be smuggled out by resolution alone. ' +
      '`socket.create_connection`, and with it most protocol modules, resolve here before they connect; ' +
      'numeric addresses raise it as well.',
    page: 'library/socket.html#socket.getaddrinfo',
    nearMiss: py`
      import socket

      socket.inet_aton('127.0.0.1')
    `,
  },
};
