import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osRemovexattr: EventRule = {
  code: 'PYA1425',
  event: 'os.removexattr',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'path' }, { name: 'attribute' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.removexattr',
      aliases: ['os.removexattr'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], attribute: ['arg:1', 'kw:attribute'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.removexattr('file.txt', 'user.comment')  # raises
      `,
    },
  ],
  docs: {
    summary: 'An extended attribute of a file is removed.',
    meaning:
      'Removing security labels or capabilities changes what a file may do. Linux only; raised before the ' +
      'attempt.',
    page: 'library/os.html#os.removexattr',
    nearMiss: py`
      import os

      os.stat('file.txt')
    `,
  },
};
