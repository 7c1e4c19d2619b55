import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiCreateJunction: EventRule = {
  code: 'PYA1452',
  event: '_winapi.CreateJunction',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'src_path' }, { name: 'dst_path' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateJunction',
      of: 'function',
      map: { src_path: ['arg:0'], dst_path: ['arg:1'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.CreateJunction('folder', 'link')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A Windows junction, a link to a folder, is about to be made.',
    meaning:
      "Private; only CPython's own tests use it. Unlike symbolic links junctions need no privilege, which " +
      'is why installers and attackers like them.',
    cwe: [59],
    nearMiss: py`
      import os

      os.path.islink('folder')
    `,
  },
};
