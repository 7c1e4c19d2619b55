import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
    {
      kind: 'call',
      api: '_ctypes.call_cdeclfunction',
      of: 'function',
      map: { func_pointer: ['arg:0'], arguments: ['arg:1'] },
    },
    {
      kind: 'call',
      api: '_ctypes.CFuncPtr.__call__',
      aliases: ['ctypes._CFuncPtr.__call__'],
      of: 'method',
      targets: '3.14-3.15',
      map: { func_pointer: null, arguments: ['args'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
