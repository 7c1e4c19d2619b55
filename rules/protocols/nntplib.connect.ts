import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const nntplibConnect: EventRule = {
  code: 'PYA1307',
  event: 'nntplib.connect',
  category: 'network',
  raised: '3.8-3.12',
  documented: '3.8-3.12',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'host' }, { name: 'port' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nntplib.NNTP',
      of: 'class',
      map: {
        self: null,
        host: ['arg:0', 'kw:host'],
        port: { from: ['arg:1', 'kw:port'], default: int(119) },
      },
      python: true,
      stop: true,
      example: py`
        import nntplib
        nntplib.NNTP('127.0.0.1', 9)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'nntplib.NNTP_SSL',
      of: 'class',
      map: {
        self: null,
        host: ['arg:0', 'kw:host'],
        port: { from: ['arg:1', 'kw:port'], default: int(563) },
      },
      python: true,
      stop: true,
      example: py`
        import nntplib
        nntplib.NNTP_SSL('127.0.0.1', 9)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A connection to a news server is about to be opened.',
    meaning:
      'Creating `NNTP` or `NNTP_SSL` connects at once. The module left the library with 3.13; backports ' +
      'of it may keep the event.',
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
