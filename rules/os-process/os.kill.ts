import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osKill: EventRule = {
  code: 'PYA1007',
  event: 'os.kill',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pid' }, { name: 'sig' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.kill',
      aliases: ['os.kill', 'nt.kill'],
      of: 'function',
      map: { pid: ['arg:0'], sig: ['arg:1'] },
      stop: true,
      example: py`
        import os
        os.kill(os.getpid(), 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A signal is about to be sent to a process.',
    meaning:
      'Signal 0 only asks whether the process exists; 0 or a negative id means a group or everybody. ' +
      '`Popen.terminate` and `kill` end here on POSIX. `signal.raise_signal` sends to the own process ' +
      'unseen. On Windows most signal numbers end the process at once.',
    page: 'library/os.html#os.kill',
    nearMiss: py`
      import os
      import signal

      os.getpid()
      signal.Signals(9)
    `,
  },
};
