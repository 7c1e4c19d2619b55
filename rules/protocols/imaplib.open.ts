import type { EventRule } from '../../src/model/catalogue.ts';
import { int, str } from '../../src/model/constant.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
