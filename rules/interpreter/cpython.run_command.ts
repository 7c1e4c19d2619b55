import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonRunCommand: EventRule = {
  code: 'PYA2509',
  event: 'cpython.run_command',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'command' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python -c',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
