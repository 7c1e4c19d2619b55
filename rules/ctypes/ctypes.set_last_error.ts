import type { EventRule } from '../../src/model/catalogue.ts';

export const ctypesSetLastError: EventRule = {
  code: 'PYA1217',
  event: 'ctypes.set_last_error',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'error' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.set_last_error',
      aliases: ['ctypes.set_last_error'],
      of: 'function',
      map: { error: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
