import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const ctypesCdataBuffer: EventRule = {
  code: 'PYA1204',
  event: 'ctypes.cdata/buffer',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pointer' }, { name: 'size' }, { name: 'offset' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes._SimpleCData.from_buffer',
      aliases: [
        'ctypes.c_int.from_buffer',
        'ctypes.Structure.from_buffer',
        'ctypes.Union.from_buffer',
        'ctypes.Array.from_buffer',
        'ctypes._Pointer.from_buffer',
        'ctypes._CFuncPtr.from_buffer',
      ],
      of: 'method',
      map: { pointer: null, size: null, offset: { from: ['arg:1'], default: int(0) } },
      example: py`
        import ctypes
        data = bytearray(8)
        ctypes.c_int.from_buffer(data)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes._SimpleCData.from_buffer_copy',
      aliases: [
        'ctypes.c_int.from_buffer_copy',
        'ctypes.Structure.from_buffer_copy',
        'ctypes.Union.from_buffer_copy',
        'ctypes.Array.from_buffer_copy',
        'ctypes._Pointer.from_buffer_copy',
        'ctypes._CFuncPtr.from_buffer_copy',
      ],
      of: 'method',
      map: { pointer: null, size: null, offset: { from: ['arg:1'], default: int(0) } },
      example: py`
        import ctypes
        ctypes.c_int.from_buffer_copy(b'12345678')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A ctypes object is made from a Python buffer.',
    meaning:
      "The bounds are checked against the buffer's size, which the event carries together with its " +
      'address and the offset. `from_buffer` shares the memory and goes on to raise `ctypes.cdata`; ' +
      '`from_buffer_copy` copies and stops here. Typical of programs that parse binary formats, so expect ' +
      'it in harmless code.',
    page: 'library/ctypes.html#ctypes._CData.from_buffer',
    nearMiss: py`
      import ctypes

      pair = (ctypes.c_int * 2)(1, 2)
      bytes(pair)
    `,
  },
};
