import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const timeSleep: EventRule = {
  code: 'PYA1018',
  event: 'time.sleep',
  category: 'process',
  raised: '3.13-3.15',
  documented: '3.13-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'secs' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'time.sleep',
      of: 'function',
      map: { secs: ['arg:0'] },
      example: py`
        import time
        time.sleep(0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The thread is about to wait.',
    meaning:
      'Raised since 3.13 with the number of seconds. It lets a hook see delays that malware uses to ' +
      "outwait a sandbox; asyncio's and threading's waits do not come here.",
    page: 'library/time.html#time.sleep',
    nearMiss: py`
      import threading

      threading.Event().wait(0)
    `,
  },
};
