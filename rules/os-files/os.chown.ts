import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const osChown: EventRule = {
  code: 'PYA1413',
  event: 'os.chown',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'path' }, { name: 'uid' }, { name: 'gid' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.chown',
      aliases: ['os.chown'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        uid: ['arg:1', 'kw:uid'],
        gid: ['arg:2', 'kw:gid'],
        dir_fd: { from: ['kw:dir_fd'], default: int(-1) },
      },
    },
    {
      kind: 'call',
      api: 'posix.fchown',
      aliases: ['os.fchown'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:fd'],
        uid: ['arg:1', 'kw:uid'],
        gid: ['arg:2', 'kw:gid'],
        dir_fd: { from: [], default: int(-1) },
      },
    },
    {
      kind: 'call',
      api: 'posix.lchown',
      aliases: ['os.lchown'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        uid: ['arg:1', 'kw:uid'],
        gid: ['arg:2', 'kw:gid'],
        dir_fd: { from: [], default: int(-1) },
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
