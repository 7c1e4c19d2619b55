import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osStartfile: EventRule = {
  code: 'PYA1011',
  event: 'os.startfile',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'path' }, { name: 'operation' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.startfile',
      aliases: ['os.startfile'],
      of: 'function',
      map: { path: ['arg:0', 'kw:filepath'], operation: ['arg:1', 'kw:operation'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.startfile('file.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file is about to be opened with its associated Windows program.',
    meaning:
      'Like a double click: what runs depends on the extension, and for `.exe`, `.bat` or `.py` it is the ' +
      'file itself. URLs work too. The operation, such as `print` or `runas`, is None when not given. ' +
      'From 3.10 on `os.startfile/2` follows with more.',
    page: 'library/os.html#os.startfile',
    cwe: [78],
    nearMiss: py`
      import os

      os.path.abspath('file.txt')
    `,
  },
};
