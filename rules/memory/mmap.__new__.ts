import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const mmapNew: EventRule = {
  code: 'PYA2002',
  event: 'mmap.__new__',
  category: 'memory',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'fileno' }, { name: 'length' }, { name: 'access' }, { name: 'offset' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'mmap.mmap',
      of: 'class',
      map: {
        fileno: ['arg:0', 'kw:fileno'],
        length: ['arg:1', 'kw:length'],
        access: { from: ['kw:access'], default: int(0) },
        offset: { from: ['kw:offset'], default: int(0) },
      },
      example: py`
        import mmap
        mmap.mmap(-1, 4096)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file or anonymous memory is mapped.',
    meaning:
      'Descriptor -1 means anonymous memory. A writable shared mapping changes the file later without any ' +
      '`write` or further event, so access and descriptor matter; `prot` and `flags`, which can ask for ' +
      'executable memory, are not passed.',
    page: 'library/mmap.html#mmap.mmap',
    nearMiss: py`
      import mmap

      mmap.PAGESIZE
      memoryview(b'abc')
    `,
  },
};
