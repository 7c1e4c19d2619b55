import type { EventRule } from '../../src/model/catalogue.ts';

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
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
