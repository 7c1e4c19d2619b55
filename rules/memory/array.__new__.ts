import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';

export const arrayNew: EventRule = {
  code: 'PYA2001',
  event: 'array.__new__',
  category: 'memory',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'typecode' }, { name: 'initializer' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'array.array',
      aliases: ['array.ArrayType'],
      of: 'class',
      map: { typecode: ['arg:0'], initializer: { from: ['arg:1'], default: NONE } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
