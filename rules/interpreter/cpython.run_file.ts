import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonRunFile: EventRule = {
  code: 'PYA2510',
  event: 'cpython.run_file',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'filename' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python FILE',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
