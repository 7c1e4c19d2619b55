import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesPyObjFromPtr: EventRule = {
  code: 'PYA1213',
  event: 'ctypes.PyObj_FromPtr',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'obj' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.PyObj_FromPtr',
      of: 'function',
      map: { obj: null },
      example: py`
        import _ctypes
        held = [1, 2]
        address = id(held)
        _ctypes.PyObj_FromPtr(address)  # raises
      `,
    },
  ],
  docs: {
    summary: 'An integer is taken as an address and turned into a Python object.',
    meaning:
      'The function is private and has no safe use: a wrong number is a read of arbitrary memory, and a ' +
      'chosen one gives a forged object. The event passes the resulting object, so the address has ' +
      'already been dereferenced when the hook runs. Nothing in the standard library outside the tests of ' +
      'ctypes calls it.',
    cwe: [822],
    nearMiss: py`
      import ctypes

      ctypes.py_object([1, 2]).value
    `,
  },
};
