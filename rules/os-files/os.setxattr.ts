import type { EventRule } from '../../src/model/catalogue.ts';
import { int } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const osSetxattr: EventRule = {
  code: 'PYA1429',
  event: 'os.setxattr',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'path' }, { name: 'attribute' }, { name: 'value' }, { name: 'flags' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.setxattr',
      aliases: ['os.setxattr'],
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        attribute: ['arg:1', 'kw:attribute'],
        value: ['arg:2', 'kw:value'],
        flags: { from: ['arg:3', 'kw:flags'], default: int(0) },
      },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.setxattr('file.txt', 'user.comment', b'draft')  # raises
      `,
    },
  ],
  docs: {
    summary: 'An extended attribute of a file is set.',
    meaning:
      'Attributes in the `security.` and `trusted.` spaces grant capabilities or labels; `user.` ones are ' +
      'plain data. `shutil.copystat` sets every attribute it could read.',
    page: 'library/os.html#os.setxattr',
    nearMiss: py`
      import os

      os.stat('file.txt')
    `,
  },
};
