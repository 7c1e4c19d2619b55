import type { EventRule } from '../../src/model/catalogue.ts';

export const socketGethostbyaddr: EventRule = {
  code: 'PYA1321',
  event: 'socket.gethostbyaddr',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'ip_address' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_socket.gethostbyaddr',
      aliases: ['socket.gethostbyaddr'],
      of: 'function',
      map: { ip_address: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
