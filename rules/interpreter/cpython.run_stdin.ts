import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonRunStdin: EventRule = {
  code: 'PYA2514',
  event: 'cpython.run_stdin',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'python - / piped stdin / interactive',
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
    summary: 'The interpreter runs what it reads from standard input.',
    meaning:
      'It has no arguments: neither the text nor whether it is a person or a pipe. `curl ... | python` ' +
      'looks like this. Each interactive statement is compiled and executed with the usual events, the ' +
      'source as None.',
    page: 'using/cmdline.html',
    nearMiss: py`
      import sys

      sys.stdin
    `,
  },
};
