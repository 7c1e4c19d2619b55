import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const syslogCloselog: EventRule = {
  code: 'PYA2401',
  event: 'syslog.closelog',
  category: 'logging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'syslog.closelog',
      of: 'function',
      map: {},
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import syslog
        syslog.openlog('example')
        syslog.closelog()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The connection to the system log is closed.',
    meaning:
      'Also forgets the options set before. No arguments; an attacker gains little, since the next ' +
      'message opens the log again.',
    page: 'library/syslog.html#syslog.closelog',
    nearMiss: py`
      import syslog

      syslog.LOG_UPTO(syslog.LOG_ERR)
    `,
  },
};
