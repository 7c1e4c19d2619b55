import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const pathlibPathRglob: EventRule = {
  code: 'PYA1437',
  event: 'pathlib.Path.rglob',
  category: 'filesystem',
  raised: '3.9-3.15',
  documented: '3.9-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'self' }, { name: 'pattern' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'pathlib.Path.rglob',
      of: 'method',
      targets: '3.9-3.12',
      map: { self: ['self'], pattern: ['arg:0', 'kw:pattern'] },
      deferred: 'iteration',
      python: true,
      example: py`
        import pathlib
        list(pathlib.Path('.').rglob('*.txt'))  # raises
      `,
    },
    {
      kind: 'call',
      api: 'pathlib.Path.rglob',
      of: 'method',
      targets: '3.13-3.15',
      map: { self: ['self'], pattern: ['arg:0', 'kw:pattern'] },
      python: true,
      example: py`
        import pathlib
        pathlib.Path('.').rglob('*.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'Files anywhere below a path are looked up by a pattern.',
    meaning:
      'Up to 3.12 it comes when the result is first asked for, later at the call, where ' +
      '`pathlib.Path.glob` follows. In 3.12 `pathlib.Path.walk` comes with it.',
    page: 'library/pathlib.html#pathlib.Path.rglob',
    nearMiss: py`
      import pathlib

      list(pathlib.Path('.').glob('*.txt'))
    `,
  },
};
