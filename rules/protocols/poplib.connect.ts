import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const poplibConnect: EventRule = {
  code: 'PYA1309',
  event: 'poplib.connect',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'host' }, { name: 'port' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'poplib.POP3',
      of: 'class',
      map: {
        self: null,
        host: ['arg:0', 'kw:host'],
        port: { from: ['arg:1', 'kw:port'], default: int(110) },
      },
      python: true,
      stop: true,
      example: py`
        import poplib
        poplib.POP3('127.0.0.1', 9)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A connection to a POP3 server is about to be opened.',
    meaning:
      'Creating `POP3` or `POP3_SSL` connects at once, with the port 110 or 995 when none is given. Plain ' +
      'POP3 sends the password in clear.',
    page: 'library/poplib.html#poplib.POP3',
    cwe: [319],
    nearMiss: py`
      import poplib

      poplib.POP3_PORT
      poplib.error_proto('no')
    `,
  },
};
