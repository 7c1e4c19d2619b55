import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osChdir: EventRule = {
  code: 'PYA1410',
  event: 'os.chdir',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.chdir',
      aliases: ['os.chdir', 'nt.chdir'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'] },
      example: py`
        import os
        os.chdir('folder')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.fchdir',
      aliases: ['os.fchdir'],
      of: 'function',
      targets: '3.8-3.15/linux,darwin',
      map: { path: ['arg:0', 'kw:fd'] },
      example: py`
        import os
        descriptor = os.open('folder', os.O_RDONLY)
        os.fchdir(descriptor)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The working directory of the process changes.',
    meaning:
      'All threads are affected, and every relative path that later events carry means something else. ' +
      '`os.fchdir` passes the descriptor. `contextlib.chdir` reaches it on entering and on leaving.',
    page: 'library/os.html#os.chdir',
    nearMiss: py`
      import os

      os.getcwd()
      os.path.abspath('folder')
    `,
  },
};
