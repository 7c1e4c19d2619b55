import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const syslogSyslog: EventRule = {
  code: 'PYA2404',
  event: 'syslog.syslog',
  category: 'logging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'priority' }, { name: 'message' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'syslog.syslog',
      of: 'function',
      map: { priority: { from: ['arg:-2'], default: int(6) }, message: ['arg:-1'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import syslog
        syslog.syslog('text')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A message is about to go to the system log.',
    meaning:
      'Priority and text are passed, the former LOG_INFO when only a text is given. The text may hold ' +
      'whatever the program logs. `logging` with SysLogHandler talks over a socket instead and does not ' +
      'come here.',
    page: 'library/syslog.html#syslog.syslog',
    cwe: [117],
    nearMiss: py`
      import syslog

      syslog.LOG_MASK(syslog.LOG_ERR)
    `,
  },
};
