import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonRunStartup: EventRule = {
  code: 'PYA2513',
  event: 'cpython.run_startup',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'filename' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'PYTHONSTARTUP at interactive start',
      note: '3.15 inferred from 3.14',
    },
    {
      kind: 'interpreter',
      moment: 'options',
      api: '_pyrepl.main.interactive_console',
      targets: '3.13-3.15',
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
    summary: 'An interactive session runs the file named by PYTHONSTARTUP.',
    meaning:
      "The variable is a well-known way to have code run in somebody's every session. The event carries " +
      'the file name and comes before the file is read; scripts, `-c` and `-m` without `-i` ignore the ' +
      'variable.',
    page: 'using/cmdline.html#envvar-PYTHONSTARTUP',
    cwe: [427],
    nearMiss: py`
      import os

      os.environ.get('PYTHONSTARTUP')
    `,
  },
};
