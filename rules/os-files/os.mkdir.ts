import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const osMkdir: EventRule = {
  code: 'PYA1423',
  event: 'os.mkdir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'mode' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.mkdir',
      aliases: ['os.mkdir', 'nt.mkdir'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        mode: { from: ['arg:1', 'kw:mode'], default: int(511) },
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
