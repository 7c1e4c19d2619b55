import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonRunModule: EventRule = {
  code: 'PYA2512',
  event: 'cpython.run_module',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'module-name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python -m',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
