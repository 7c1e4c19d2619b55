import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const threadStartNewThread: EventRule = {
  code: 'PYA1902',
  event: '_thread.start_new_thread',
  category: 'threading',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'function' }, { name: 'args' }, { name: 'kwargs' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_thread.start_new_thread',
      aliases: ['threading._start_new_thread'],
      of: 'function',
      map: { function: ['arg:0'], args: ['arg:1'], kwargs: { from: ['arg:2'], default: NONE } },
    },
    {
      kind: 'call',
      api: '_thread.start_new',
      of: 'function',
      map: { function: ['arg:0'], args: ['arg:1'], kwargs: { from: ['arg:2'], default: NONE } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
