import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const shutilMove: EventRule = {
  code: 'PYA1445',
  event: 'shutil.move',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.move',
      of: 'function',
      map: { src: ['arg:0', 'kw:src'], dst: ['arg:1', 'kw:dst'] },
      python: true,
      example: py`
        import shutil
        shutil.move('file.txt', 'moved.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file or tree is about to be moved.',
    meaning:
      'First `os.rename` is tried; across file systems a copy and a removal follow, with all their ' +
      'events. If the target is an existing folder, the source ends up inside it, while the event still ' +
      'names the folder.',
    page: 'library/shutil.html#shutil.move',
    nearMiss: py`
      import io

      stream = io.StringIO('text')
      stream.seek(0)
    `,
  },
};
