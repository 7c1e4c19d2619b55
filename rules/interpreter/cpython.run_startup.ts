import type { EventRule } from '../../src/model/catalogue.ts';

export const cpythonRunStartup: EventRule = {
  code: 'PYA2513',
  event: 'cpython.run_startup',
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
      api: 'PYTHONSTARTUP at interactive start',
    },
    {
      kind: 'interpreter',
      moment: 'options',
      api: '_pyrepl.main.interactive_console',
      targets: '3.13-3.15',
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
