import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
    {
      kind: 'call',
      api: '_socket.gethostbyname_ex',
      aliases: ['socket.gethostbyname_ex'],
      of: 'function',
      map: { hostname: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
