import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
