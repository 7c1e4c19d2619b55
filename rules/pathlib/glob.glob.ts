import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const globGlob: EventRule = {
  code: 'PYA1434',
  event: 'glob.glob',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pathname' }, { name: 'recursive' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'glob.iglob',
      of: 'function',
      map: { pathname: ['arg:0', 'kw:pathname'], recursive: { from: ['kw:recursive'], default: FALSE } },
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
      map: { pathname: ['arg:0', 'kw:pathname'], recursive: { from: ['kw:recursive'], default: FALSE } },
      python: true,
      example: py`
        import glob
        glob.glob('*.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Files are looked up by a shell pattern.',
    meaning:
      'Raised at the call even by `glob.iglob`, before anything is read; the folders show as ' +
      '`os.scandir`. Since 3.10 `glob.glob/2` follows, which also tells the folder the pattern is ' +
      'relative to. The pattern is what the program wrote, so brackets and asterisks from user input ' +
      'widen it.',
    page: 'library/glob.html#glob.glob',
    nearMiss: py`
      import glob

      glob.escape('a*')
      glob.has_magic('a*')
    `,
  },
};
