import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const osChmod: EventRule = {
  code: 'PYA1412',
  event: 'os.chmod',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'mode' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.chmod',
      aliases: ['os.chmod', 'nt.chmod'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        mode: ['arg:1', 'kw:mode'],
        dir_fd: { from: ['kw:dir_fd'], default: int(-1) },
      },
    },
    {
      kind: 'call',
      api: 'posix.fchmod',
      aliases: ['os.fchmod', 'nt.fchmod'],
      of: 'function',
      targets: '3.8-3.15/linux,darwin; 3.13-3.15/win32',
      map: { path: ['arg:0', 'kw:fd'], mode: ['arg:1', 'kw:mode'], dir_fd: { from: [], default: int(-1) } },
    },
    {
      kind: 'call',
      api: 'posix.lchmod',
      aliases: ['os.lchmod', 'nt.lchmod'],
      of: 'function',
      targets: '3.8-3.15/darwin; 3.13-3.15/win32',
      map: { path: ['arg:0', 'kw:path'], mode: ['arg:1', 'kw:mode'], dir_fd: { from: [], default: int(-1) } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
