import type { EventRule } from '../../src/model/catalogue.ts';

export const socketGethostname: EventRule = {
  code: 'PYA1323',
  event: 'socket.gethostname',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.gethostname',
      aliases: ['socket.gethostname'],
      of: 'function',
      map: {},
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
