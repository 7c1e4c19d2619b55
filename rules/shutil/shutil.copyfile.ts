import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const shutilCopyfile: EventRule = {
  code: 'PYA1440',
  event: 'shutil.copyfile',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.copyfile',
      of: 'function',
      map: { src: ['arg:0', 'kw:src'], dst: ['arg:1', 'kw:dst'] },
      python: true,
      example: py`
        import shutil
        shutil.copyfile('file.txt', 'copy.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'The content of one file is about to be copied to another.',
    meaning:
      '`copy`, `copy2`, `copytree` and a `move` across file systems come through here; two `open` events ' +
      'follow, the second for writing. On Windows `copy2` tries `_winapi.CopyFile2` first since 3.12 and ' +
      'then does not come here.',
    page: 'library/shutil.html#shutil.copyfile',
    nearMiss: py`
      import io
      import shutil

      shutil.copyfileobj(io.StringIO('text'), io.StringIO())
    `,
  },
};
