import type { EventRule } from '../../src/model/catalogue.ts';

export const ctypesDlsymHandle: EventRule = {
  code: 'PYA1209',
  event: 'ctypes.dlsym/handle',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'handle' }, { name: 'name' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.dlsym',
      of: 'function',
      targets: '3.8-3.15/linux,darwin',
      map: { handle: ['arg:0'], name: ['arg:1'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
