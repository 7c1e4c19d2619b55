import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesGetErrno: EventRule = {
  code: 'PYA1210',
  event: 'ctypes.get_errno',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.get_errno',
      aliases: ['ctypes.get_errno'],
      of: 'function',
      map: {},
      example: py`
        import ctypes
        ctypes.get_errno()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The copy of the C variable `errno` that ctypes keeps is read.',
    meaning:
      'ctypes swaps its private, thread-local copy with the real variable around calls of libraries ' +
      'opened with `use_errno=True`. The value tells about the last foreign call of this thread; no ' +
      'effect on the system.',
    page: 'library/ctypes.html#ctypes.get_errno',
    nearMiss: py`
      import errno
      import os

      os.strerror(errno.ENOENT)
    `,
  },
};
