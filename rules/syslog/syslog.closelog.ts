import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
