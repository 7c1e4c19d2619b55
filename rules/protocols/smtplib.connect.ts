import type { EventRule } from '../../src/model/catalogue.ts';

export const smtplibConnect: EventRule = {
  code: 'PYA1311',
  event: 'smtplib.connect',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'host' }, { name: 'port' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'smtplib.SMTP.connect',
      of: 'method',
      map: { self: ['self'], host: ['arg:0', 'kw:host'], port: ['arg:1', 'kw:port'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
