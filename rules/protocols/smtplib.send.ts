import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const smtplibSend: EventRule = {
  code: 'PYA1312',
  event: 'smtplib.send',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'data', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'smtplib.SMTP.send',
      of: 'method',
      map: { self: ['self'], data: ['arg:0', 'kw:s'] },
      python: true,
      example: py`
        import smtplib
        class Wire:
            def sendall(self, data):
                pass
        client = smtplib.SMTP()
        client.sock = Wire()
        client.send(b'NOOP\r\n')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Data is about to be sent to a mail server.',
    meaning:
      'Commands and whole messages pass here, credentials encoded in base64 too, before any encryption. ' +
      'The data is text for commands and bytes for messages.',
    page: 'library/smtplib.html#smtplib.SMTP.sendmail',
    nearMiss: py`
      import smtplib

      smtplib.quoteaddr('ada@example.org')
    `,
  },
};
