import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
