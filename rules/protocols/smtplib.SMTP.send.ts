import type { EventRule } from '../../src/model/catalogue.ts';

export const smtplibSMTPSend: EventRule = {
  code: 'PYA1313',
  event: 'smtplib.SMTP.send',
  category: 'network',
  raised: '',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'data', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
