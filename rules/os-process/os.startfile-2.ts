import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osStartfile2: EventRule = {
  code: 'PYA1012',
  event: 'os.startfile/2',
  category: 'process',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['win32'],
  arguments: [
    { name: 'path' },
    { name: 'operation' },
    { name: 'arguments' },
    { name: 'cwd' },
    { name: 'show_cmd' },
  ],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.startfile',
      aliases: ['os.startfile'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:filepath'],
        operation: ['arg:1', 'kw:operation'],
        arguments: ['arg:2', 'kw:arguments'],
        cwd: ['arg:3', 'kw:cwd'],
        show_cmd: ['arg:4', 'kw:show_cmd'],
      },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.startfile('file.txt', 'open', '--quiet')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file is about to be opened with its associated Windows program, with arguments and a folder.',
    meaning:
      'Raised right after `os.startfile` in the same call, since 3.10: it exists because that event could ' +
      'not take more arguments without breaking hooks. Handle one of the two.',
    page: 'library/os.html#os.startfile',
    cwe: [78],
    nearMiss: py`
      import os

      os.path.abspath('file.txt')
    `,
  },
};
