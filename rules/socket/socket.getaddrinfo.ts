import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
