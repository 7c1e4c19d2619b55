import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
    {
      kind: 'call',
      api: '_socket.socket.connect_ex',
      aliases: ['socket.socket.connect_ex', 'socket.SocketType.connect_ex'],
      of: 'method',
      map: { self: ['self'], address: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
