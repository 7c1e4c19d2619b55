import type { EventRule } from '../../src/model/catalogue.ts';

export const ctypesSetErrno: EventRule = {
  code: 'PYA1215',
  event: 'ctypes.set_errno',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'errno' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.set_errno',
      aliases: ['ctypes.set_errno'],
      of: 'function',
      map: { errno: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
