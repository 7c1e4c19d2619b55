import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const socketSendmsg: EventRule = {
  code: 'PYA1327',
  event: 'socket.sendmsg',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'self' }, { name: 'address' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.socket.sendmsg',
      aliases: ['socket.socket.sendmsg', 'socket.SocketType.sendmsg'],
      of: 'method',
      map: { self: ['self'], address: { from: ['arg:3'], default: NONE } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
