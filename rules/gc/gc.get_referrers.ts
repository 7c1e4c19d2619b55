import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const gcGetReferrers: EventRule = {
  code: 'PYA1707',
  event: 'gc.get_referrers',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'objs' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'gc.get_referrers',
      of: 'function',
      map: { objs: ['args'] },
      example: py`
        import gc
        gc.get_referrers([])  # raises
      `,
    },
  ],
  docs: {
    summary: 'The objects that refer to given objects are listed.',
    meaning:
      'It walks upwards, from an object to its holders, and so from a known value to the private ' +
      'containers and closures around it; audit hooks themselves can be found that way. The event passes ' +
      'one tuple of all arguments.',
    page: 'library/gc.html#gc.get_referrers',
    nearMiss: py`
      import sys

      sys.getrefcount([])
    `,
  },
};
