import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const ctypesWstringAt: EventRule = {
  code: 'PYA1219',
  event: 'ctypes.wstring_at',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'ptr' }, { name: 'size' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes.wstring_at',
      of: 'function',
      map: { ptr: ['arg:0', 'kw:ptr'], size: { from: ['arg:1', 'kw:size'], default: int(-1) } },
      python: true,
      example: py`
        import ctypes
        buffer = ctypes.create_unicode_buffer('abc')
        ctypes.wstring_at(buffer, 2)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A wide-character string is read from a raw address.',
    meaning:
      'As `ctypes.string_at`, with the size counted in characters and -1 for reading up to the first ' +
      'zero. On Windows it is the common way to read results of system calls, so it is frequent in honest ' +
      'code there.',
    page: 'library/ctypes.html#ctypes.wstring_at',
    cwe: [125],
    nearMiss: py`
      import ctypes

      buffer = ctypes.c_wchar_p('abc')
      buffer.value
    `,
  },
};
