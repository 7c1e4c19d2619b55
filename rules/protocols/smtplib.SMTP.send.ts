import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

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
    summary: "A name that only CPython's documentation uses; no version raises it.",
    meaning:
      "The page of smtplib writes it once in its text. The event that really comes, and that CPython's " +
      'own table lists, is `smtplib.send`; a hook that compares with this name never fires.',
    page: 'library/smtplib.html#smtplib.SMTP.send_message',
    nearMiss: py`
      import smtplib


      class Wire:
          def sendall(self, data):
              pass


      client = smtplib.SMTP()
      client.sock = Wire()
      client.send(b'NOOP\r\n')
    `,
  },
};
