import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesCallFunction: EventRule = {
  code: 'PYA1202',
  event: 'ctypes.call_function',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'func_pointer' }, { name: 'arguments' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.call_function',
      of: 'function',
      map: { func_pointer: ['arg:0'], arguments: ['arg:1'] },
      example: py`
        import _ctypes
        library = _ctypes.dlopen(None, 0)
        address = _ctypes.dlsym(library, 'getpid')
        _ctypes.call_function(address, ())  # raises
      `,
    },
    {
      kind: 'call',
      api: '_ctypes.call_cdeclfunction',
      of: 'function',
      map: { func_pointer: ['arg:0'], arguments: ['arg:1'] },
      example: py`
        import _ctypes
        library = _ctypes.dlopen(None, 0)
        address = _ctypes.dlsym(library, 'getpid')
        _ctypes.call_cdeclfunction(address, ())  # raises
      `,
    },
    {
      kind: 'call',
      api: '_ctypes.CFuncPtr.__call__',
      aliases: ['ctypes._CFuncPtr.__call__'],
      of: 'method',
      targets: '3.14-3.15',
      map: { func_pointer: null, arguments: ['args'] },
      example: py`
        import ctypes
        is_initialized = ctypes.pythonapi.Py_IsInitialized
        is_initialized()  # raises
      `,
    },
  ],
  docs: {
    summary: 'A foreign function is called.',
    meaning:
      'Up to 3.13 only two private helpers that take a raw pointer raise it, so ordinary calls through a ' +
      'loaded library stay invisible there; from 3.14 on every call of a foreign function object does. ' +
      'The function is an address: to give it a name, remember what `ctypes.dlsym` resolved before. The ' +
      'arguments are the Python objects as passed, before conversion.',
    page: 'library/ctypes.html#foreign-functions',
    nearMiss: py`
      import ctypes

      function = ctypes.CFUNCTYPE(ctypes.c_int)
      function.__name__
    `,
  },
};
