import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysCurrentFrames: EventRule = {
  code: 'PYA1702',
  event: 'sys._current_frames',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys._current_frames',
      of: 'function',
      map: {},
      example: py`
        import sys
        sys._current_frames()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The current frames of all threads are listed.',
    meaning:
      "It opens every thread's local variables to the caller. Profilers, deadlock detectors and some " +
      "servers' thread dumps use it; `faulthandler` prints the same stacks from C without any event.",
    page: 'library/sys.html#sys._current_frames',
    nearMiss: py`
      import threading

      threading.enumerate()
    `,
  },
};
