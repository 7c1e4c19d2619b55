import type { EventRule } from '../../src/model/catalogue.ts';

export const ctypesSetException: EventRule = {
  code: 'PYA1216',
  event: 'ctypes.set_exception',
  category: 'native',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'code' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.CFuncPtr.__call__',
      aliases: ['ctypes._CFuncPtr.__call__'],
      of: 'method',
      when: [{ runtime: 'the foreign function ends in a Windows structured exception' }],
      map: { code: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
