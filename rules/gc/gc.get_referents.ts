import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const gcGetReferents: EventRule = {
  code: 'PYA1706',
  event: 'gc.get_referents',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'objs' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'gc.get_referents',
      of: 'function',
      map: { objs: ['args'] },
      example: py`
        import gc
        gc.get_referents({'a': 1})  # raises
      `,
    },
  ],
  docs: {
    summary: 'The objects that given objects refer to are listed.',
    meaning:
      'It walks downwards from objects the caller already holds, and goes through fields that Python code ' +
      'cannot read otherwise, such as the dictionary behind a mapping proxy. The event passes one tuple ' +
      'of all arguments.',
    page: 'library/gc.html#gc.get_referents',
    nearMiss: py`
      import gc

      gc.is_tracked([])
    `,
  },
};
