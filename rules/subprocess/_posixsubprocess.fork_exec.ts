import type { EventRule } from '../../src/model/catalogue.ts';

export const posixsubprocessForkExec: EventRule = {
  code: 'PYA1019',
  event: '_posixsubprocess.fork_exec',
  category: 'process',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'exec_list' }, { name: 'args' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_posixsubprocess.fork_exec',
      aliases: ['subprocess._fork_exec'],
      of: 'function',
      map: { exec_list: ['arg:1'], args: ['arg:0'], env: ['arg:5'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
