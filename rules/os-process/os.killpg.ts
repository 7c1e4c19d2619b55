import type { EventRule } from '../../src/model/catalogue.ts';

export const osKillpg: EventRule = {
  code: 'PYA1008',
  event: 'os.killpg',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'pgid' }, { name: 'sig' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.killpg',
      aliases: ['os.killpg'],
      of: 'function',
      map: { pgid: ['arg:0'], sig: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
