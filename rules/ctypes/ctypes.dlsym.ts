import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
    {
      kind: 'get',
      api: 'ctypes.CDLL.*',
      when: [{ operand: ['attribute'], is: { matches: '^(?!__.*__$|_handle$|_name$|_FuncPtr$|_func_)' } }],
      map: { library: ['self'], name: ['attribute'] },
      python: true,
    },
    {
      kind: 'call',
      api: 'ctypes.CDLL.__getitem__',
      of: 'method',
      map: { library: ['self'], name: ['arg:0', 'kw:name_or_ordinal'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
