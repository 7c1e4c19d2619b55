import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const osExec: EventRule = {
  code: 'PYA1004',
  event: 'os.exec',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'args' }, { name: 'env', sensitive: true }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.execv',
      aliases: ['os.execv', 'nt.execv'],
      of: 'function',
      map: { path: ['arg:0'], args: ['arg:1'], env: { from: [], default: NONE } },
    },
    {
      kind: 'call',
      api: 'posix.execve',
      aliases: ['os.execve', 'nt.execve'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], args: ['arg:1', 'kw:argv'], env: ['arg:2', 'kw:env'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
