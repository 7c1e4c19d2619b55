import type { EventRule } from '../../src/model/catalogue.ts';
import { int, NONE } from '../../src/model/constant.ts';

export const osUtime: EventRule = {
  code: 'PYA1432',
  event: 'os.utime',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'times' }, { name: 'ns' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.utime',
      aliases: ['os.utime', 'nt.utime'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        times: { from: ['arg:1', 'kw:times'], default: NONE },
        ns: { from: ['kw:ns'], default: NONE },
        dir_fd: { from: ['kw:dir_fd'], default: int(-1) },
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
