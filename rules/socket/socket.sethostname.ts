import type { EventRule } from '../../src/model/catalogue.ts';

export const socketSethostname: EventRule = {
  code: 'PYA1329',
  event: 'socket.sethostname',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'name' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.sethostname',
      aliases: ['socket.sethostname'],
      of: 'function',
      map: { name: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
