import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';

export const gcGetObjects: EventRule = {
  code: 'PYA1705',
  event: 'gc.get_objects',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'generation' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'gc.get_objects',
      of: 'function',
      map: { generation: { from: ['arg:0', 'kw:generation'], default: int(-1) } },
    },
  ],
  docs: {
    summary: '',
    meaning: '',
    nearMiss: '',
  },
};
