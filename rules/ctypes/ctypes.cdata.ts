import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesCdata: EventRule = {
  code: 'PYA1203',
  event: 'ctypes.cdata',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'address' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes._SimpleCData.from_address',
      aliases: [
        'ctypes.c_int.from_address',
        'ctypes.Structure.from_address',
        'ctypes.Union.from_address',
        'ctypes.Array.from_address',
        'ctypes._Pointer.from_address',
        'ctypes._CFuncPtr.from_address',
      ],
      of: 'method',
      map: { address: ['arg:0'] },
      example: py`
        import ctypes
        number = ctypes.c_int(7)
        address = ctypes.addressof(number)
        ctypes.c_int.from_address(address)  # raises
      `,
    },
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
      map: { address: null },
      example: py`
        import ctypes
        data = bytearray(8)
        ctypes.c_int.from_buffer(data)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes._SimpleCData.in_dll',
      aliases: [
        'ctypes.c_int.in_dll',
        'ctypes.Structure.in_dll',
        'ctypes.Union.in_dll',
        'ctypes.Array.in_dll',
        'ctypes._Pointer.in_dll',
        'ctypes._CFuncPtr.in_dll',
      ],
      of: 'method',
      map: { address: null },
      example: py`
        import ctypes
        ctypes.c_int.in_dll(ctypes.pythonapi, 'Py_OptimizeFlag')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A ctypes object is laid over memory that already exists.',
    meaning:
      'From then on reads and writes of that object touch the given address without any further event. ' +
      'With `from_address` the number comes from the program and may be anything; `from_buffer` takes a ' +
      'Python buffer and is checked (`ctypes.cdata/buffer` comes first), and `in_dll` follows ' +
      '`ctypes.dlsym`. Creating an ordinary ctypes object with memory of its own raises nothing.',
    page: 'library/ctypes.html#ctypes._CData.from_address',
    cwe: [822],
    nearMiss: py`
      import ctypes

      number = ctypes.c_int(7)
      number.value = 8
    `,
  },
};
