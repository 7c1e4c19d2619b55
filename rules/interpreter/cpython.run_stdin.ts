import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonRunStdin: EventRule = {
  code: 'PYA2514',
  event: 'cpython.run_stdin',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python - / piped stdin / interactive',
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
