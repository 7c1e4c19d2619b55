import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const osRename: EventRule = {
  code: 'PYA1426',
  event: 'os.rename',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }, { name: 'src_dir_fd' }, { name: 'dst_dir_fd' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.rename',
      aliases: ['os.rename', 'nt.rename'],
      of: 'function',
      map: {
        src: ['arg:0', 'kw:src'],
        dst: ['arg:1', 'kw:dst'],
        src_dir_fd: { from: ['kw:src_dir_fd'], default: int(-1) },
        dst_dir_fd: { from: ['kw:dst_dir_fd'], default: int(-1) },
      },
    },
    {
      kind: 'call',
      api: 'posix.replace',
      aliases: ['os.replace', 'nt.replace'],
      of: 'function',
      map: {
        src: ['arg:0', 'kw:src'],
        dst: ['arg:1', 'kw:dst'],
        src_dir_fd: { from: ['kw:src_dir_fd'], default: int(-1) },
        dst_dir_fd: { from: ['kw:dst_dir_fd'], default: int(-1) },
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
