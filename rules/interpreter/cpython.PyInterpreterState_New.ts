import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonPyInterpreterStateNew: EventRule = {
  code: 'PYA2508',
  event: 'cpython.PyInterpreterState_New',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'embedding',
      api: 'PyInterpreterState_New (C API)',
    },
    {
      kind: 'call',
      api: '_xxsubinterpreters.create',
      of: 'function',
      targets: '3.8-3.12',
      map: {},
    },
    {
      kind: 'call',
      api: '_interpreters.create',
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
