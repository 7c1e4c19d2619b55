import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const shutilCopytree: EventRule = {
  code: 'PYA1443',
  event: 'shutil.copytree',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'src' }, { name: 'dst' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.copytree',
      of: 'function',
      map: { src: ['arg:0', 'kw:src'], dst: ['arg:1', 'kw:dst'] },
      python: true,
      example: py`
        import shutil
        shutil.copytree('folder', 'copy')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A directory tree is about to be copied.',
    meaning:
      'Once for the whole and once more for each nested folder, since the function calls itself. The ' +
      'copying shows as `os.scandir`, `os.mkdir` and a `shutil.copyfile` per file.',
    page: 'library/shutil.html#shutil.copytree',
    nearMiss: py`
      import shutil

      shutil.ignore_patterns('*.pyc')
    `,
  },
};
