import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE } from '../../src/model/constant.ts';

export const ctypesMemoryviewAt: EventRule = {
  code: 'PYA1212',
  event: 'ctypes.memoryview_at',
  category: 'native',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'address' }, { name: 'size' }, { name: 'readonly' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'ctypes.memoryview_at',
      of: 'function',
      map: {
        address: ['arg:0', 'kw:ptr'],
        size: ['arg:1', 'kw:size'],
        readonly: { from: ['arg:2', 'kw:readonly'], default: FALSE },
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
