import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonRunFile: EventRule = {
  code: 'PYA2510',
  event: 'cpython.run_file',
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
      api: 'python FILE',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'The interpreter was started with a script, folder or zip file.',
    meaning:
      'The file name is as given on the command line, relative to the directory at start. Programs ' +
      'started through a console script or a shebang line come this way too. Hooks must be added before ' +
      'the script runs, from C or through `site`.',
    page: 'using/cmdline.html',
    nearMiss: py`
      import runpy

      runpy.run_path
    `,
  },
};
