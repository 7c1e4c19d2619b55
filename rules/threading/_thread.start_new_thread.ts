import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      stop: true,
      example: py`
        import _thread
        _thread.start_new_thread(print, ())  # raises
      `,
    },
    {
      kind: 'call',
      api: '_thread.start_new',
      of: 'function',
      map: { function: ['arg:0'], args: ['arg:1'], kwargs: { from: ['arg:2'], default: NONE } },
      stop: true,
      example: py`
        import _thread
        _thread.start_new(print, ())  # raises
      `,
    },
  ],
  docs: {
    summary: 'A thread is about to be started by the low-level interface.',
    meaning:
      'Raised since 3.12, where `threading.Thread.start` still comes here; from 3.13 on that raises ' +
      '`_thread.start_joinable_thread`. The function and its arguments are passed, the keyword arguments ' +
      'None when not given. Up to 3.11 threads start unseen.',
    page: 'library/_thread.html#thread.start_new_thread',
    nearMiss: py`
      import threading

      threading.Thread(target=print)
    `,
  },
};
