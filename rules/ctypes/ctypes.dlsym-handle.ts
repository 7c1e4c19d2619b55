import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesDlsymHandle: EventRule = {
  code: 'PYA1209',
  event: 'ctypes.dlsym/handle',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'handle' }, { name: 'name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.dlsym',
      of: 'function',
      targets: '3.8-3.15/linux,darwin',
      map: { handle: ['arg:0'], name: ['arg:1'] },
      example: py`
        import _ctypes
        library = _ctypes.dlopen(None, 0)
        _ctypes.dlsym(library, 'getpid')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A symbol is looked up by the raw handle of a library.',
    meaning:
      'Only the private `_ctypes.dlsym` raises it, with the handle as a number; the public ways of ctypes ' +
      'raise `ctypes.dlsym` with the library object. Seeing it means that the program goes around the ' +
      'public interface.',
    cwe: [114],
    nearMiss: py`
      import ctypes

      ctypes.pythonapi.PyTuple_Size
    `,
  },
};
