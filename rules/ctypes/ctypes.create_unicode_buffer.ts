import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesCreateUnicodeBuffer: EventRule = {
  code: 'PYA1206',
  event: 'ctypes.create_unicode_buffer',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'init' }, { name: 'size' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes.create_unicode_buffer',
      of: 'function',
      map: { init: { from: ['arg:0', 'kw:init'], convert: 'text-or-none' }, size: ['arg:1', 'kw:size'] },
      python: true,
      example: py`
        import ctypes
        ctypes.create_unicode_buffer('abc')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A mutable buffer of wide characters for foreign functions is made.',
    meaning:
      'The same as `ctypes.create_string_buffer`, for `wchar_t`; on Windows it usually stands just before ' +
      'a call of a W function of the system. The size counts characters, not bytes.',
    page: 'library/ctypes.html#ctypes.create_unicode_buffer',
    nearMiss: py`
      import ctypes

      (ctypes.c_wchar * 8)()
    `,
  },
};
