import type { EventRule } from '../../src/model/catalogue.ts';

export const ctypesPyObjFromPtr: EventRule = {
  code: 'PYA1213',
  event: 'ctypes.PyObj_FromPtr',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'obj' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.PyObj_FromPtr',
      of: 'function',
      map: { obj: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
