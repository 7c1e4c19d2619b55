import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const ctypesDlopen: EventRule = {
  code: 'PYA1207',
  event: 'ctypes.dlopen',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.dlopen',
      aliases: ['ctypes._dlopen'],
      of: 'function',
      targets: '3.8-3.15/linux,darwin',
      map: { name: ['arg:0'] },
      example: py`
        import _ctypes
        _ctypes.dlopen(None, 0)  # raises
      `,
    },
    {
      kind: 'call',
      api: '_ctypes.LoadLibrary',
      of: 'function',
      targets: '3.8-3.15/win32',
      map: { name: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _ctypes
        _ctypes.LoadLibrary('kernel32.dll')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes.CDLL',
      of: 'class',
      when: [{ operand: ['arg:2', 'kw:handle'], is: 'none', default: NONE }],
      map: { name: ['arg:0', 'kw:name'] },
      python: true,
      example: py`
        import ctypes
        ctypes.CDLL(None)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes.PyDLL',
      of: 'class',
      when: [{ operand: ['arg:2', 'kw:handle'], is: 'none', default: NONE }],
      map: { name: ['arg:0', 'kw:name'] },
      python: true,
      example: py`
        import ctypes
        ctypes.PyDLL(None)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes.WinDLL',
      of: 'class',
      targets: '3.8-3.15/win32',
      when: [{ operand: ['arg:2', 'kw:handle'], is: 'none', default: NONE }],
      map: { name: ['arg:0', 'kw:name'] },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import ctypes
        ctypes.WinDLL('kernel32')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes.OleDLL',
      of: 'class',
      targets: '3.8-3.15/win32',
      when: [{ operand: ['arg:2', 'kw:handle'], is: 'none', default: NONE }],
      map: { name: ['arg:0', 'kw:name'] },
      python: true,
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import ctypes
        ctypes.OleDLL('ole32')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes.LibraryLoader.LoadLibrary',
      of: 'method',
      map: { name: ['arg:0', 'kw:name'] },
      returns: 'ctypes.CDLL',
      python: true,
      stop: true,
      example: py`
        import ctypes
        ctypes.cdll.LoadLibrary('libc.so.6')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes.LibraryLoader.__getitem__',
      of: 'method',
      map: { name: ['arg:0', 'kw:name'] },
      returns: 'ctypes.CDLL',
      python: true,
      stop: true,
      example: py`
        import ctypes
        ctypes.cdll['libc.so.6']  # raises
      `,
    },
    {
      kind: 'get',
      api: 'ctypes.LibraryLoader.*',
      when: [{ operand: ['attribute'], is: { matches: '^[^_]' } }],
      map: { name: ['attribute'] },
      python: true,
      stop: true,
      example: py`
        import ctypes
        ctypes.cdll.kernel32  # raises
      `,
    },
  ],
  docs: {
    summary: 'A shared library is about to be loaded through ctypes.',
    meaning:
      'The name is passed as the program gave it, before the loader searches for it, so a relative name ' +
      'may end at another file than expected; None means the running program itself. Loading runs the ' +
      "library's initialisers: whoever refuses native code must refuse here. `import ctypes` raises it " +
      'once with None on POSIX, and extension modules are loaded without it (see `import`).',
    page: 'library/ctypes.html#ctypes.CDLL',
    cwe: [114, 426],
    nearMiss: py`
      import ctypes
      import ctypes.util

      ctypes.util.find_library
      handle = ctypes.CDLL
    `,
  },
};
