import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const ctypesWstringAt: EventRule = {
  code: 'PYA1219',
  event: 'ctypes.wstring_at',
  category: 'native',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'ptr' }, { name: 'size' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes.wstring_at',
      of: 'function',
      map: { ptr: ['arg:0', 'kw:ptr'], size: { from: ['arg:1', 'kw:size'], default: int(-1) } },
      python: true,
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
