import type { EventRule } from '../../src/model/catalogue.ts';

export const ftplibSendcmd: EventRule = {
  code: 'PYA1302',
  event: 'ftplib.sendcmd',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'cmd', sensitive: true }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ftplib.FTP.putline',
      of: 'method',
      map: { self: ['self'], cmd: ['arg:0', 'kw:line'] },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
