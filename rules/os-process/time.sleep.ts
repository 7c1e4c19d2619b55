import type { EventRule } from '../../src/model/catalogue.ts';

export const timeSleep: EventRule = {
  code: 'PYA1018',
  event: 'time.sleep',
  category: 'process',
  raised: '3.13-3.15',
  documented: '3.13-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'secs' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'time.sleep',
      of: 'function',
      map: { secs: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
