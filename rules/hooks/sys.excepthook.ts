import type { EventRule } from '../../src/model/catalogue.ts';

export const sysExcepthook: EventRule = {
  code: 'PYA2503',
  event: 'sys.excepthook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'hook' }, { name: 'type' }, { name: 'value' }, { name: 'traceback' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'error',
      api: 'uncaught exception in the main thread',
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
