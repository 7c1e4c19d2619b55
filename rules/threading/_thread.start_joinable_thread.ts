import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE, TRUE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      stop: true,
      example: py`
        import _thread
        _thread.start_joinable_thread(print)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A thread is about to be started.',
    meaning:
      'Since 3.13 this is what `threading.Thread.start` raises, and it is not documented: a hook that ' +
      'waits for `_thread.start_new_thread` misses every ordinary thread. The handle is None when the ' +
      'caller gave none.',
    page: 'library/_thread.html',
    nearMiss: py`
      import threading

      threading.Thread(target=print)
    `,
  },
};
