import type { EventRule } from '../../src/model/catalogue.ts';

export const imaplibSend: EventRule = {
  code: 'PYA1306',
  event: 'imaplib.send',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'data', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'imaplib.IMAP4.send',
      of: 'method',
      map: { self: ['self'], data: ['arg:0', 'kw:data'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
