import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonRunModule: EventRule = {
  code: 'PYA2512',
  event: 'cpython.run_module',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'module-name' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python -m',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'The interpreter was started with `-m`.',
    meaning:
      "The argument is the module's dotted name, not its file; `runpy` then finds and runs it, which " +
      'shows as `import`, `open` and `exec`. `pip`, `pytest` and many tools are started this way.',
    page: 'using/cmdline.html#cmdoption-m',
    nearMiss: py`
      import runpy

      runpy.run_module
    `,
  },
};
