import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const syslogOpenlog: EventRule = {
  code: 'PYA2402',
  event: 'syslog.openlog',
  category: 'logging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'ident' }, { name: 'logoption' }, { name: 'facility' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'syslog.openlog',
      of: 'function',
      map: {
        ident: ['arg:0', 'kw:ident'],
        logoption: { from: ['arg:1', 'kw:logoption'], default: int(0) },
        facility: { from: ['arg:2', 'kw:facility'], default: int(8) },
      },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import syslog
        syslog.openlog('example')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'syslog.syslog',
      of: 'function',
      when: [{ runtime: 'the log is not open yet' }],
      map: { ident: null, logoption: null, facility: null },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import syslog
        syslog.syslog(syslog.LOG_DEBUG, 'text')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The connection to the system log is opened.',
    meaning:
      "The identity under which messages appear is chosen here, so a program may log under another's " +
      "name. The first `syslog.syslog` opens the log by itself, with the script's name as identity.",
    page: 'library/syslog.html#syslog.openlog',
    cwe: [117],
    nearMiss: py`
      import syslog

      syslog.LOG_UPTO(syslog.LOG_ERR)
    `,
  },
};
