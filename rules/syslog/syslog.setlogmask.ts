import type { EventRule } from '../../src/model/catalogue.ts';

export const syslogSetlogmask: EventRule = {
  code: 'PYA2403',
  event: 'syslog.setlogmask',
  category: 'logging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin'],
  arguments: [{ name: 'maskpri' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'syslog.setlogmask',
      of: 'function',
      map: { maskpri: ['arg:0'] },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
