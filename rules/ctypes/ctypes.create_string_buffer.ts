import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesCreateStringBuffer: EventRule = {
  code: 'PYA1205',
  event: 'ctypes.create_string_buffer',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'init' }, { name: 'size' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes.create_string_buffer',
      of: 'function',
      map: { init: { from: ['arg:0', 'kw:init'], convert: 'text-or-none' }, size: ['arg:1', 'kw:size'] },
      python: true,
      example: py`
        import ctypes
        ctypes.create_string_buffer(b'abc')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes.c_buffer',
      of: 'function',
      map: { init: { from: ['arg:0', 'kw:init'], convert: 'text-or-none' }, size: ['arg:1', 'kw:size'] },
      python: true,
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      example: py`
        import ctypes
        ctypes.c_buffer(b'abc')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A mutable byte buffer for foreign functions is made.',
    meaning:
      'Given a number, `init` is None and the size is that number; given bytes, the size is one more than ' +
      'their length for the closing zero, unless the caller gave it. Mostly a sign that a foreign call ' +
      'follows. The old `ctypes.c_buffer` calls it.',
    page: 'library/ctypes.html#ctypes.create_string_buffer',
    nearMiss: py`
      import ctypes

      (ctypes.c_char * 8)()
    `,
  },
};
