import type { EventRule } from '../../src/model/catalogue.ts';

export const socketGetnameinfo: EventRule = {
  code: 'PYA1324',
  event: 'socket.getnameinfo',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'sockaddr' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.getnameinfo',
      aliases: ['socket.getnameinfo'],
      of: 'function',
      map: { sockaddr: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
