import type { EventRule } from '../../src/model/catalogue.ts';
import { int, str } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const imaplibOpen: EventRule = {
  code: 'PYA1305',
  event: 'imaplib.open',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'host' }, { name: 'port' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'imaplib.IMAP4.open',
      of: 'method',
      map: {
        self: ['self'],
        host: { from: ['arg:0', 'kw:host'], default: str('') },
        port: { from: ['arg:1', 'kw:port'], default: int(143) },
      },
      python: true,
      stop: true,
      example: py`
        import imaplib
        class Client(imaplib.IMAP4):
            def __init__(self):
                pass
        client = Client()
        client.open('127.0.0.1', 9)  # raises
      `,
    },
  ],
  docs: {
    summary: 'An IMAP connection is about to be opened.',
    meaning:
      '`IMAP4(host)` and `IMAP4_SSL(host)` connect at once; an empty host means this machine. ' +
      '`IMAP4_stream`, which talks to a child process, raises `subprocess.Popen` instead.',
    page: 'library/imaplib.html#imaplib.IMAP4.open',
    nearMiss: py`
      import imaplib

      imaplib.Int2AP(42)
    `,
  },
};
