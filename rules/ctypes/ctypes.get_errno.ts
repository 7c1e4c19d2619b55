import type { EventRule } from '../../src/model/catalogue.ts';

export const ctypesGetErrno: EventRule = {
  code: 'PYA1210',
  event: 'ctypes.get_errno',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.get_errno',
      aliases: ['ctypes.get_errno'],
      of: 'function',
      map: {},
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
