import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osChflags: EventRule = {
  code: 'PYA1411',
  event: 'os.chflags',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['darwin'],
  arguments: [{ name: 'path' }, { name: 'flags' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.chflags',
      aliases: ['os.chflags'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], flags: ['arg:1', 'kw:flags'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on macOS',
      example: py`
        import os
        import stat
        os.chflags('file.txt', stat.UF_HIDDEN)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'posix.lchflags',
      aliases: ['os.lchflags'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], flags: ['arg:1', 'kw:flags'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on macOS',
      example: py`
        import os
        import stat
        os.lchflags('file.txt', stat.UF_HIDDEN)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The flags of a file, such as immutable or hidden, are changed.',
    meaning:
      'Exists on macOS and the BSDs. Flags can protect a file from its own owner, or hide it. ' +
      '`shutil.copystat` passes here after copying a file that has flags.',
    page: 'library/os.html#os.chflags',
    nearMiss: py`
      import os
      import stat

      os.stat('file.txt').st_mode & stat.S_IRUSR
    `,
  },
};
