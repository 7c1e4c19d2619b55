import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const signalPthreadKill: EventRule = {
  code: 'PYA1017',
  event: 'signal.pthread_kill',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'thread_id' }, { name: 'signalnum' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_signal.pthread_kill',
      aliases: ['signal.pthread_kill'],
      of: 'function',
      map: { thread_id: ['arg:0'], signalnum: ['arg:1'] },
      note: '3.14 inferred: the WebAssembly build that was run lacks it',
      example: py`
        import signal
        import threading
        signal.pthread_kill(threading.get_ident(), 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A signal is about to be sent to a thread of this process.',
    meaning:
      'Python handlers run in the main thread whatever thread is named, so its usual purpose is to ' +
      'interrupt a blocking system call. An id of a thread that has ended may crash the process.',
    page: 'library/signal.html#signal.pthread_kill',
    nearMiss: py`
      import signal
      import threading

      threading.get_ident()
      signal.Signals(9)
    `,
  },
};
