import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const imaplibSend: EventRule = {
  code: 'PYA1306',
  event: 'imaplib.send',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'data', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'imaplib.IMAP4.send',
      of: 'method',
      map: { self: ['self'], data: ['arg:0', 'kw:data'] },
      python: true,
      example: py`
        import imaplib
        class Wire:
            def sendall(self, data):
                pass
        class Client(imaplib.IMAP4):
            def __init__(self):
                self.sock = Wire()
        client = Client()
        client.send(b'a1 NOOP\r\n')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Bytes are about to be sent to an IMAP server.',
    meaning:
      'Commands arrive in clear, the login with its password included, whatever encryption follows. ' +
      'Answers raise nothing, and neither does `IMAP4_stream.send`.',
    page: 'library/imaplib.html#imaplib.IMAP4.send',
    nearMiss: py`
      import imaplib

      imaplib.ParseFlags(b'FLAGS (\\Seen)')
    `,
  },
};
