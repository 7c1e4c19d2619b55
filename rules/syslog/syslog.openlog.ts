import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

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
    },
    {
      kind: 'call',
      api: 'syslog.syslog',
      of: 'function',
      when: [{ runtime: 'the log is not open yet' }],
      map: { ident: null, logoption: null, facility: null },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
