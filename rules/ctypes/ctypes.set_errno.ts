import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesSetErrno: EventRule = {
  code: 'PYA1215',
  event: 'ctypes.set_errno',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'errno' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.set_errno',
      aliases: ['ctypes.set_errno'],
      of: 'function',
      map: { errno: ['arg:0'] },
      example: py`
        import ctypes
        ctypes.set_errno(0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The copy of the C variable `errno` that ctypes keeps is set.',
    meaning:
      'Usually done to clear it before a foreign call whose failure shows only in errno. It changes ' +
      "ctypes' thread-local copy, which becomes the real errno during the next call of a library opened " +
      'with `use_errno=True`.',
    page: 'library/ctypes.html#ctypes.set_errno',
    nearMiss: py`
      import errno

      error = OSError(errno.ENOENT, 'missing')
    `,
  },
};
