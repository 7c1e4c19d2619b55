import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonRunInteractivehook: EventRule = {
  code: 'PYA2511',
  event: 'cpython.run_interactivehook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'hook' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python -i / interactive start',
    },
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python -m asyncio',
      targets: '3.13-3.15',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
