import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osTruncate: EventRule = {
  code: 'PYA1431',
  event: 'os.truncate',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'length' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.truncate',
      aliases: ['os.truncate', 'nt.truncate'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], length: ['arg:1', 'kw:length'] },
      example: py`
        import os
        os.truncate('file.txt', 0)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.ftruncate',
      aliases: ['os.ftruncate', 'nt.ftruncate'],
      of: 'function',
      map: { path: ['arg:0'], length: ['arg:1'] },
      example: py`
        import os
        descriptor = os.open('file.txt', os.O_RDWR)
        os.ftruncate(descriptor, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file is cut or extended to a given length.',
    meaning:
      '`os.ftruncate` passes a descriptor as the path. The `truncate` method of a file object does the ' +
      'same to the file and raises nothing; opening with `w` truncates too and shows only as `open`.',
    page: 'library/os.html#os.truncate',
    nearMiss: py`
      stream = open('file.txt', 'r+')
      stream.truncate(0)
    `,
  },
};
