import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesDlsym: EventRule = {
  code: 'PYA1208',
  event: 'ctypes.dlsym',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'library' }, { name: 'name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.CFuncPtr',
      aliases: ['ctypes._CFuncPtr'],
      of: 'class',
      when: [{ operand: ['arg:0'], is: 'tuple' }],
      map: {
        library: { from: ['arg:0'], convert: 'second-item' },
        name: { from: ['arg:0'], convert: 'first-item' },
      },
      example: py`
        import ctypes
        prototype = ctypes.PYFUNCTYPE(ctypes.c_int)
        prototype(('Py_IsInitialized', ctypes.pythonapi))  # raises
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
      map: { library: ['arg:0'], name: ['arg:1'] },
      example: py`
        import ctypes
        ctypes.c_int.in_dll(ctypes.pythonapi, 'Py_OptimizeFlag')  # raises
      `,
    },
    {
      kind: 'get',
      api: 'ctypes.CDLL.*',
      when: [{ operand: ['attribute'], is: { matches: '^(?!__.*__$|_handle$|_name$|_FuncPtr$|_func_)' } }],
      map: { library: ['self'], name: ['attribute'] },
      python: true,
      example: py`
        import ctypes
        ctypes.pythonapi.PyList_Size  # raises
      `,
    },
    {
      kind: 'call',
      api: 'ctypes.CDLL.__getitem__',
      of: 'method',
      map: { library: ['self'], name: ['arg:0', 'kw:name_or_ordinal'] },
      python: true,
      example: py`
        import ctypes
        ctypes.pythonapi['PyList_Size']  # raises
      `,
    },
  ],
  docs: {
    summary: 'A function or variable is looked up in a loaded library.',
    meaning:
      'Attribute access on a library object is enough: `lib.system` raises it, though nothing has been ' +
      'called yet. A found function is kept as an attribute of the library object, so only the first ' +
      "access of each name is seen; `lib['name']` looks it up anew. The name may be an ordinal number on " +
      'Windows. Up to 3.13 this is the last trace of a foreign call.',
    page: 'library/ctypes.html#ctypes.CDLL',
    cwe: [114],
    nearMiss: py`
      import ctypes

      ctypes.pythonapi._name
      ctypes.pythonapi._handle
    `,
  },
};
