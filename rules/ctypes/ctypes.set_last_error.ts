import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesSetLastError: EventRule = {
  code: 'PYA1217',
  event: 'ctypes.set_last_error',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'error' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.set_last_error',
      aliases: ['ctypes.set_last_error'],
      of: 'function',
      map: { error: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import ctypes
        ctypes.set_last_error(0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The copy of the Windows last-error code that ctypes keeps is set.',
    meaning:
      'The counterpart of `ctypes.set_errno` for SetLastError, usually called with 0 before a foreign ' +
      'call. It matters only to libraries opened with `use_last_error=True`, for which the value becomes ' +
      'the real code during the next call.',
    page: 'library/ctypes.html#ctypes.set_last_error',
    nearMiss: py`
      import ctypes

      ctypes.sizeof(ctypes.c_uint)
    `,
  },
};
