import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const fcntlFcntl: EventRule = {
  code: 'PYA1401',
  event: 'fcntl.fcntl',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'cmd' }, { name: 'arg' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'fcntl.fcntl',
      of: 'function',
      map: { fd: ['arg:0'], cmd: ['arg:1'], arg: { from: ['arg:2'], default: NONE } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
