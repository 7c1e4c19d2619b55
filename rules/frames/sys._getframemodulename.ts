import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const sysGetframemodulename: EventRule = {
  code: 'PYA1704',
  event: 'sys._getframemodulename',
  category: 'introspection',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'depth' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys._getframemodulename',
      of: 'function',
      map: { depth: { from: ['arg:0', 'kw:depth'], default: int(0) } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
