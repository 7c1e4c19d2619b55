import type { EventRule } from '../../src/model/catalogue.ts';

export const ctypesSehException: EventRule = {
  code: 'PYA1214',
  event: 'ctypes.seh_exception',
  category: 'native',
  raised: '3.8-3.11',
  documented: '3.8-3.11',
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
