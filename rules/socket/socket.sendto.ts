import type { EventRule } from '../../src/model/catalogue.ts';

export const socketSendto: EventRule = {
  code: 'PYA1328',
  event: 'socket.sendto',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'address' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.socket.sendto',
      aliases: ['socket.socket.sendto', 'socket.SocketType.sendto'],
      of: 'method',
      map: { self: ['self'], address: ['arg:-1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
