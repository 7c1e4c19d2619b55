import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE, NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const globGlob2: EventRule = {
  code: 'PYA1435',
  event: 'glob.glob/2',
  category: 'filesystem',
  raised: '3.10-3.15',
  documented: '3.10-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pathname' }, { name: 'recursive' }, { name: 'root_dir' }, { name: 'dir_fd' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'glob.iglob',
      of: 'function',
      map: {
        pathname: ['arg:0', 'kw:pathname'],
        recursive: { from: ['kw:recursive'], default: FALSE },
        root_dir: { from: ['kw:root_dir'], default: NONE },
        dir_fd: { from: ['kw:dir_fd'], default: NONE },
      },
      python: true,
      example: py`
        import glob
        glob.iglob('*.txt')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'glob.glob',
      of: 'function',
      map: {
        pathname: ['arg:0', 'kw:pathname'],
        recursive: { from: ['kw:recursive'], default: FALSE },
        root_dir: { from: ['kw:root_dir'], default: NONE },
        dir_fd: { from: ['kw:dir_fd'], default: NONE },
      },
      python: true,
      example: py`
        import glob
        glob.glob('*.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Files are looked up by a shell pattern, below a given folder.',
    meaning:
      'Raised right after `glob.glob` in the same call since 3.10, with `root_dir` and `dir_fd` in ' +
      'addition. A hook needs only one of the two; this one if it wants to resolve the pattern.',
    page: 'library/glob.html#glob.glob',
    nearMiss: py`
      import glob

      glob.escape('a*')
    `,
  },
};
