import type { EventRule } from '../../src/model/catalogue.ts';
import { FALSE, NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const pathlibPathWalk: EventRule = {
  code: 'PYA1438',
  event: 'pathlib.Path.walk',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'on_error' }, { name: 'follow_symlinks' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'pathlib.Path.walk',
      of: 'method',
      map: {
        self: ['self'],
        on_error: { from: ['arg:1', 'kw:on_error'], default: NONE },
        follow_symlinks: { from: ['arg:2', 'kw:follow_symlinks'], default: FALSE },
      },
      deferred: 'iteration',
      python: true,
      example: py`
        import pathlib
        list(pathlib.Path('.').walk())  # raises
      `,
    },
  ],
  docs: {
    summary: 'A directory tree is about to be walked with `Path.walk`.',
    meaning:
      'Raised since 3.12 when the first result is asked for, and never documented. Since 3.13 `os.walk` ' +
      'follows, because the method is built on it.',
    page: 'library/pathlib.html#pathlib.Path.walk',
    nearMiss: py`
      import pathlib

      list(pathlib.Path('.').iterdir())
    `,
  },
};
