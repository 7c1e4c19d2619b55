import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
