import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
