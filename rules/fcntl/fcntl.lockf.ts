import type { EventRule } from '../../src/model/catalogue.ts';
import { int, NONE } from '../../src/model/constant.ts';

export const fcntlLockf: EventRule = {
  code: 'PYA1404',
  event: 'fcntl.lockf',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'cmd' }, { name: 'len' }, { name: 'start' }, { name: 'whence' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'fcntl.lockf',
      of: 'function',
      map: {
        fd: ['arg:0'],
        cmd: ['arg:1'],
        len: { from: ['arg:2'], default: NONE },
        start: { from: ['arg:3'], default: NONE },
        whence: { from: ['arg:4'], default: int(0) },
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
