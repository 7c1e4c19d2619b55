import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const poplibPutline: EventRule = {
  code: 'PYA1310',
  event: 'poplib.putline',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'line', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'poplib.POP3._putline',
      of: 'method',
      map: { self: ['self'], line: ['arg:0', 'kw:line'] },
      python: true,
      example: py`
        import poplib
        class Wire:
            def sendall(self, data):
                pass
        class Client(poplib.POP3):
            def __init__(self):
                self._debugging = 0
                self.sock = Wire()
        client = Client()
        client._putline(b'NOOP')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A line is about to be sent to a POP3 server.',
    meaning:
      'Every command passes the private method that raises it, USER and PASS included, so the argument ' +
      'may be a password. Mail that is fetched raises nothing.',
    page: 'library/poplib.html#poplib.POP3',
    nearMiss: py`
      import poplib

      poplib.POP3_PORT
    `,
  },
};
