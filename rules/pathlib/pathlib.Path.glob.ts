import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const pathlibPathGlob: EventRule = {
  code: 'PYA1436',
  event: 'pathlib.Path.glob',
  category: 'filesystem',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'pattern' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'pathlib.Path.glob',
      of: 'method',
      targets: '3.9-3.12',
      map: { self: ['self'], pattern: ['arg:0', 'kw:pattern'] },
      deferred: 'iteration',
      python: true,
      example: py`
        import pathlib
        list(pathlib.Path('.').glob('*.txt'))  # raises
      `,
    },
    {
      kind: 'call',
      api: 'pathlib.Path.glob',
      of: 'method',
      targets: '3.13-3.15',
      map: { self: ['self'], pattern: ['arg:0', 'kw:pattern'] },
      python: true,
      example: py`
        import pathlib
        pathlib.Path('.').glob('*.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Files below a path are looked up by a pattern.',
    meaning:
      'Up to 3.12 it comes when the result is first asked for, later at the call; 3.8 has none. ' +
      '`Path.rglob` raises it too since 3.13, and a `**` pattern in 3.12 adds `pathlib.Path.walk`. The ' +
      'folders read show as `os.scandir`.',
    page: 'library/pathlib.html#pathlib.Path.glob',
    nearMiss: py`
      import pathlib

      pathlib.PurePosixPath('a/b.py').match('*.py')
    `,
  },
};
