import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
