import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const builtinsBreakpoint: EventRule = {
  code: 'PYA1801',
  event: 'builtins.breakpoint',
  category: 'debugging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'breakpointhook' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.breakpoint',
      of: 'function',
      map: { breakpointhook: null },
      example: py`
        import sys
        sys.breakpointhook = print
        breakpoint()  # raises
      `,
    },
  ],
  docs: {
    summary: '`breakpoint()` is called; the hook of `sys.breakpointhook` runs next.',
    meaning:
      "The event passes that hook, which is pdb's unless the program or the variable PYTHONBREAKPOINT " +
      'chose another, or none. In production code a leftover call hands the process to whoever holds the ' +
      'terminal. With the default hook `pdb.Pdb` follows.',
    page: 'library/functions.html#breakpoint',
    cwe: [489],
    nearMiss: py`
      import sys

      sys.breakpointhook = print
    `,
  },
};
