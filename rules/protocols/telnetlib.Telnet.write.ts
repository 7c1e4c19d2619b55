import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const telnetlibTelnetWrite: EventRule = {
  code: 'PYA1315',
  event: 'telnetlib.Telnet.write',
  category: 'network',
  raised: '3.8-3.12',
  documented: '3.8-3.12',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'buffer', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'telnetlib.Telnet.write',
      of: 'method',
      map: { self: ['self'], buffer: ['arg:0', 'kw:buffer'] },
      python: true,
      example: py`
        import telnetlib
        class Wire:
            def sendall(self, data):
                pass
            def close(self):
                pass
        client = telnetlib.Telnet()
        client.sock = Wire()
        client.write(b'ls\r\n')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Bytes are about to be written to a Telnet connection.',
    meaning:
      'What is typed, passwords included, is the argument, with the escape byte doubled already. The ' +
      'module left the library with 3.13.',
    page: 'library/telnetlib.html#telnetlib.Telnet.write',
    cwe: [319],
    nearMiss: py`
      try:
          import telnetlib
      except ImportError:
          telnetlib = None
      else:
          telnetlib.Telnet().set_debuglevel(0)
    `,
  },
};
