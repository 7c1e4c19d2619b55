import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const osSetxattr: EventRule = {
  code: 'PYA1429',
  event: 'os.setxattr',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'path' }, { name: 'attribute' }, { name: 'value' }, { name: 'flags' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.setxattr',
      aliases: ['os.setxattr'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        attribute: ['arg:1', 'kw:attribute'],
        value: ['arg:2', 'kw:value'],
        flags: { from: ['arg:3', 'kw:flags'], default: int(0) },
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
