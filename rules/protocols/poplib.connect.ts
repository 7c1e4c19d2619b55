import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const poplibConnect: EventRule = {
  code: 'PYA1309',
  event: 'poplib.connect',
  category: 'network',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'host' }, { name: 'port' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'poplib.POP3',
      of: 'class',
      map: {
        self: null,
        host: ['arg:0', 'kw:host'],
        port: { from: ['arg:1', 'kw:port'], default: int(110) },
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
