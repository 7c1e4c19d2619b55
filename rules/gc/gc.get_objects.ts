import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

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
      example: py`
        import gc
        gc.get_objects()  # raises
      `,
    },
  ],
  docs: {
    summary: 'All objects that the garbage collector tracks are listed.',
    meaning:
      'The caller can find any container in the process, also those that were meant to be private: keys ' +
      "held in dictionaries, other libraries' state, a hook's own closure. The generation is -1 when none " +
      'is asked for. Memory profilers do this; libraries rarely should.',
    page: 'library/gc.html#gc.get_objects',
    nearMiss: py`
      import gc

      gc.collect()
      gc.get_count()
    `,
  },
};
