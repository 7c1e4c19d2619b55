import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonRunInteractivehook: EventRule = {
  code: 'PYA2511',
  event: 'cpython.run_interactivehook',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'hook' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python -i / interactive start',
      note: '3.15 inferred from 3.14',
    },
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python -m asyncio',
      targets: '3.13-3.15',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'An interactive session starts and runs `sys.__interactivehook__`.',
    meaning:
      'By default that hook, set by `site`, enables completion and the history file. A different function ' +
      'there means that somebody customised interactive sessions; the event passes the function. Since ' +
      '3.13, and in late patch releases of older versions, `python -m asyncio` raises it as well.',
    page: 'library/sys.html#sys.__interactivehook__',
    nearMiss: py`
      import sys

      sys.flags.interactive
    `,
  },
};
