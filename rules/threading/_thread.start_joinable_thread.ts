import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE, TRUE } from '../../src/model/constant.ts';

export const threadStartJoinableThread: EventRule = {
  code: 'PYA1901',
  event: '_thread.start_joinable_thread',
  category: 'threading',
  raised: '3.13-3.15',
  documented: '',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'function' }, { name: 'daemon' }, { name: 'handle' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_thread.start_joinable_thread',
      aliases: ['threading._start_joinable_thread'],
      of: 'function',
      map: {
        function: ['arg:0', 'kw:function'],
        daemon: { from: ['kw:daemon'], default: TRUE },
        handle: { from: ['kw:handle'], default: NONE },
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
