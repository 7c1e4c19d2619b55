import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      example: py`
        import sys
        sys._getframemodulename()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The name of the module some frames up the stack is asked for.',
    meaning:
      'New in 3.12 as the modest replacement of `sys._getframe` in the library: named tuples, functional ' +
      "enums and typing's functional forms find their module with it. Only the depth is passed. No frame " +
      'is handed out, so it reveals a name and nothing more.',
    page: 'library/sys.html#sys._getframemodulename',
    nearMiss: py`
      name = __name__
    `,
  },
};
