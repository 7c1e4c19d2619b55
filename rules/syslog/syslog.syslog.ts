import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
