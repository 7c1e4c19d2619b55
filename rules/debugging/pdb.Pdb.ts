import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const pdbPdb: EventRule = {
  code: 'PYA1803',
  event: 'pdb.Pdb',
  category: 'debugging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'pdb.Pdb',
      of: 'class',
      map: {},
      python: true,
      example: py`
        import pdb
        pdb.Pdb()  # raises
      `,
    },
  ],
  docs: {
    summary: 'A pdb debugger is created.',
    meaning:
      'Every entrance of pdb reaches it: `pdb.set_trace()`, `breakpoint()` with the default hook, ' +
      '`pdb.post_mortem()`, `python -m pdb`. Whoever drives the debugger can run any statement, so a hook ' +
      'for production should refuse it. It has no arguments; `sys.settrace` follows when tracing begins.',
    page: 'library/pdb.html#pdb.Pdb',
    cwe: [489],
    nearMiss: py`
      import bdb

      bdb.Bdb()
    `,
  },
};
