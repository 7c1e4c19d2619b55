import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const mmapNew: EventRule = {
  code: 'PYA2002',
  event: 'mmap.__new__',
  category: 'memory',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'fileno' }, { name: 'length' }, { name: 'access' }, { name: 'offset' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'mmap.mmap',
      of: 'class',
      map: {
        fileno: ['arg:0', 'kw:fileno'],
        length: ['arg:1', 'kw:length'],
        access: { from: ['kw:access'], default: int(0) },
        offset: { from: ['kw:offset'], default: int(0) },
      },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
