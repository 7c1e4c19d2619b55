import type { EventRule } from '../../src/model/catalogue.ts';
import { int, NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      example: py`
        import os
        os.utime('file.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The access and modification times of a file are set.',
    meaning:
      'Backdating a file hides a change from build tools and people. `times` and `ns` are None for the ' +
      'current time; copying with metadata and `Path.touch` on an existing file come here.',
    page: 'library/os.html#os.utime',
    nearMiss: py`
      import os

      os.path.getmtime('file.txt')
    `,
  },
};
