import type { EventRule } from '../../src/model/catalogue.ts';

export const sysUnraisablehook: EventRule = {
  code: 'PYA2504',
  event: 'sys.unraisablehook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'hook' }, { name: 'unraisable' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'error',
      api: 'exception that cannot be handled (in __del__, a callback, ...)',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
