import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonPyInterpreterStateClear: EventRule = {
  code: 'PYA2507',
  event: 'cpython.PyInterpreterState_Clear',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'run',
      api: 'PyInterpreterState_Clear (C API)',
    },
    {
      kind: 'call',
      api: '_xxsubinterpreters.destroy',
      of: 'function',
      targets: '3.8-3.12',
      map: {},
    },
    {
      kind: 'call',
      api: '_interpreters.destroy',
      of: 'function',
      targets: '3.13-3.15',
      map: {},
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
