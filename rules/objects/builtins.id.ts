import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const builtinsId: EventRule = {
  code: 'PYA1712',
  event: 'builtins.id',
  category: 'introspection',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'id' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.id',
      of: 'function',
      map: { id: null },
      example: py`
        id('text')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The identity of an object is taken with `id()`.',
    meaning:
      'The argument is the number, not the object; in CPython it is the address. It is one of the most ' +
      'frequent events: copying, tracebacks, signatures and logging all call `id`. The default text of an ' +
      'object shows the same address and raises nothing.',
    page: 'library/functions.html#id',
    nearMiss: py`
      first = object()
      first is object()
      repr(first)
      hash(first)
    `,
  },
};
