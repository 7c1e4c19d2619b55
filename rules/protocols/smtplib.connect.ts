import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
      stop: true,
      example: py`
        import smtplib
        client = smtplib.SMTP()
        client.connect('127.0.0.1', 9)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A connection to a mail server is about to be opened.',
    meaning:
      '`SMTP(host)` and `SMTP_SSL(host)` connect at once; `SMTP()` without a host does not. A port inside ' +
      'the host text has been split off already. LMTP over a Unix socket does not come here.',
    page: 'library/smtplib.html#smtplib.SMTP.connect',
    nearMiss: py`
      import smtplib

      smtplib.SMTP()
    `,
  },
};
