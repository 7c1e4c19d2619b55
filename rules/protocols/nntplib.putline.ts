import type { EventRule } from '../../src/model/catalogue.ts';

export const nntplibPutline: EventRule = {
  code: 'PYA1308',
  event: 'nntplib.putline',
  category: 'network',
  raised: '3.8-3.12',
  documented: '3.8-3.12',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'line', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nntplib.NNTP._putline',
      of: 'method',
      map: { self: ['self'], line: ['arg:0', 'kw:line'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
