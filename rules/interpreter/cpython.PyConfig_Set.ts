import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonPyConfigSet: EventRule = {
  code: 'PYA2506',
  event: 'cpython.PyConfig_Set',
  category: 'interpreter',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'name' }, { name: 'value' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'embedding',
      api: 'PyConfig_Set (C API)',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
