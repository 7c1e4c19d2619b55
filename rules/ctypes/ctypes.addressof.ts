import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
