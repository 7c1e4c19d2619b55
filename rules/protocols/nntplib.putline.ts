import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const nntplibPutline: EventRule = {
  code: 'PYA1308',
  event: 'nntplib.putline',
  category: 'network',
  raised: '3.8-3.12',
  documented: '3.8-3.12',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'line', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nntplib.NNTP._putline',
      of: 'method',
      map: { self: ['self'], line: ['arg:0', 'kw:line'] },
      python: true,
      example: py`
        import io
        import nntplib
        class Client(nntplib.NNTP):
            def __init__(self):
                self.file = io.BytesIO()
        client = Client()
        client._putline(b'DATE')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A line is about to be sent to a news server.',
    meaning:
      'Every command and every line of a posted article comes here, the password of AUTHINFO too. The ' +
      'module left the library with 3.13.',
    page: 'library/nntplib.html#nntplib.NNTP',
    nearMiss: py`
      try:
          import nntplib
      except ImportError:
          nntplib = None
      else:
          nntplib.decode_header('text')
    `,
  },
};
