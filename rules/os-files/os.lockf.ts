import type { EventRule } from '../../src/model/catalogue.ts';

export const osLockf: EventRule = {
  code: 'PYA1422',
  event: 'os.lockf',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'cmd' }, { name: 'len' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.lockf',
      aliases: ['os.lockf'],
      of: 'function',
      map: { fd: ['arg:0'], cmd: ['arg:1'], len: ['arg:2'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
