import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const fcntlIoctl: EventRule = {
  code: 'PYA1403',
  event: 'fcntl.ioctl',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'fd' }, { name: 'request' }, { name: 'arg' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'fcntl.ioctl',
      of: 'function',
      map: { fd: ['arg:0'], request: ['arg:1'], arg: { from: ['arg:2'], default: NONE } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
