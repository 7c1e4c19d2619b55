import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesAddressof: EventRule = {
  code: 'PYA1201',
  event: 'ctypes.addressof',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'obj' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.addressof',
      aliases: ['ctypes.addressof'],
      of: 'function',
      map: { obj: ['arg:0'] },
      example: py`
        import ctypes
        number = ctypes.c_int(7)
        ctypes.addressof(number)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The address of a ctypes object is asked for.',
    meaning:
      'Harmless by itself, but it is the usual first step before raw reads and writes, which is why it is ' +
      'audited. The event carries the ctypes object, not the number. `ctypes.byref` and passing an object ' +
      'to a foreign function reveal no address and raise nothing.',
    page: 'library/ctypes.html#ctypes.addressof',
    nearMiss: py`
      import ctypes

      number = ctypes.c_int(7)
      ctypes.byref(number)
      ctypes.sizeof(number)
    `,
  },
};
