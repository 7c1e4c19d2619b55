import type { EventRule } from '../../src/model/catalogue.ts';

export const ctypesGetLastError: EventRule = {
  code: 'PYA1211',
  event: 'ctypes.get_last_error',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.get_last_error',
      aliases: ['ctypes.get_last_error'],
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
