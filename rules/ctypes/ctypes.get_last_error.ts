import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesGetLastError: EventRule = {
  code: 'PYA1211',
  event: 'ctypes.get_last_error',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.get_last_error',
      aliases: ['ctypes.get_last_error'],
      of: 'function',
      map: {},
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import ctypes
        ctypes.get_last_error()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The copy of the Windows last-error code that ctypes keeps is read.',
    meaning:
      'The counterpart of `ctypes.get_errno` for GetLastError, for libraries opened with ' +
      '`use_last_error=True`. `ctypes.GetLastError()` and `ctypes.WinError()` ask the system itself and ' +
      'raise nothing.',
    page: 'library/ctypes.html#ctypes.get_last_error',
    nearMiss: py`
      import ctypes

      ctypes.sizeof(ctypes.c_uint)
    `,
  },
};
