import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const ctypesMemoryviewAt: EventRule = {
  code: 'PYA1212',
  event: 'ctypes.memoryview_at',
  category: 'native',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'address' }, { name: 'size' }, { name: 'readonly' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes.memoryview_at',
      of: 'function',
      map: {
        address: ['arg:0', 'kw:ptr'],
        size: ['arg:1', 'kw:size'],
        readonly: { from: ['arg:2', 'kw:readonly'], default: FALSE },
      },
      python: true,
      example: py`
        import ctypes
        buffer = ctypes.create_string_buffer(b'abcd')
        ctypes.memoryview_at(ctypes.addressof(buffer), 4)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A memory view over a raw address is made.',
    meaning:
      'New in 3.14. The view shares the memory without copying and is writable unless `readonly` is true, ' +
      'so one event can stand for any number of later reads and writes. Length and address are not ' +
      'checked by anybody.',
    page: 'library/ctypes.html#ctypes.memoryview_at',
    cwe: [822],
    nearMiss: py`
      import ctypes

      buffer = (ctypes.c_char * 4)()
      memoryview(buffer)
    `,
  },
};
