import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const osSymlink: EventRule = {
  code: 'PYA1430',
  event: 'os.symlink',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.symlink',
      aliases: ['os.symlink', 'nt.symlink'],
      of: 'function',
      map: {
        src: ['arg:0', 'kw:src'],
        dst: ['arg:1', 'kw:dst'],
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
