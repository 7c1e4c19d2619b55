import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonRunCommand: EventRule = {
  code: 'PYA2509',
  event: 'cpython.run_command',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'command' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python -c',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'The interpreter was started with `-c` and runs that text.',
    meaning:
      'The whole text is the argument, so the event records one-liners completely. It comes at start-up: ' +
      'only hooks added from C, or from a `.pth` file or `sitecustomize`, are there in time.',
    page: 'using/cmdline.html#cmdoption-c',
    nearMiss: py`
      import sys

      sys.argv
    `,
  },
};
