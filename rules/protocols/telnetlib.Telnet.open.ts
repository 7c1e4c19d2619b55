import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const telnetlibTelnetOpen: EventRule = {
  code: 'PYA1314',
  event: 'telnetlib.Telnet.open',
  category: 'network',
  raised: '3.8-3.12',
  documented: '3.8-3.12',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'host' }, { name: 'port' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'telnetlib.Telnet.open',
      of: 'method',
      map: { self: ['self'], host: ['arg:0', 'kw:host'], port: ['arg:1', 'kw:port'] },
      python: true,
      stop: true,
      example: py`
        import telnetlib
        client = telnetlib.Telnet()
        client.open('127.0.0.1', 9)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A Telnet connection is about to be opened.',
    meaning:
      '`Telnet(host)` connects at once; port 0 has become 23. Nothing on such a connection is encrypted. ' +
      'The module left the library with 3.13.',
    page: 'library/telnetlib.html#telnetlib.Telnet.open',
    cwe: [319],
    nearMiss: py`
      try:
          import telnetlib
      except ImportError:
          telnetlib = None
      else:
          telnetlib.Telnet()
    `,
  },
};
