import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      stop: true,
      example: py`
        import os
        os.killpg(os.getpgrp(), 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A signal is about to be sent to a process group.',
    meaning:
      "The group's id is usually that of its first process; 0 means the caller's own group. Shells' whole " +
      'pipelines and servers with workers die together this way.',
    page: 'library/os.html#os.killpg',
    nearMiss: py`
      import os

      os.getpgrp()
    `,
  },
};
