import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const ctypesCdataBuffer: EventRule = {
  code: 'PYA1204',
  event: 'ctypes.cdata/buffer',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pointer' }, { name: 'size' }, { name: 'offset' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
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
      map: { pointer: null, size: null, offset: { from: ['arg:1'], default: int(0) } },
    },
    {
      kind: 'call',
      api: 'ctypes._SimpleCData.from_buffer_copy',
      aliases: [
        'ctypes.c_int.from_buffer_copy',
        'ctypes.Structure.from_buffer_copy',
        'ctypes.Union.from_buffer_copy',
        'ctypes.Array.from_buffer_copy',
        'ctypes._Pointer.from_buffer_copy',
        'ctypes._CFuncPtr.from_buffer_copy',
      ],
      of: 'method',
      map: { pointer: null, size: null, offset: { from: ['arg:1'], default: int(0) } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
