import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const ctypesStringAt: EventRule = {
  code: 'PYA1218',
  event: 'ctypes.string_at',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'ptr' }, { name: 'size' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes.string_at',
      of: 'function',
      map: { ptr: ['arg:0', 'kw:ptr'], size: { from: ['arg:1', 'kw:size'], default: int(-1) } },
      python: true,
      example: py`
        import ctypes
        buffer = ctypes.create_string_buffer(b'abc')
        ctypes.string_at(buffer, 2)  # raises
      `,
    },
  ],
  docs: {
    summary: 'Bytes are read from a raw address.',
    meaning:
      'The address may be a number or a pointer object and arrives as an address; the size is -1 when the ' +
      "read goes on to the first zero byte. Nothing checks that the memory belongs to the program's data, " +
      'so this is how secrets are read out of the process. Reading `.value` or `.raw` of a buffer object ' +
      'raises nothing.',
    page: 'library/ctypes.html#ctypes.string_at',
    cwe: [125],
    nearMiss: py`
      import ctypes

      buffer = ctypes.c_char_p(b'abc')
      buffer.value
    `,
  },
};
