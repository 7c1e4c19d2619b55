import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osGetxattr: EventRule = {
  code: 'PYA1415',
  event: 'os.getxattr',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'path' }, { name: 'attribute' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.getxattr',
      aliases: ['os.getxattr'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'], attribute: ['arg:1', 'kw:attribute'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.getxattr('file.txt', 'user.comment')  # raises
      `,
    },
  ],
  docs: {
    summary: 'An extended attribute of a file is read.',
    meaning:
      'Raised before the call, so also for attributes that do not exist. Attributes hold capabilities, ' +
      'access lists and security labels on Linux.',
    page: 'library/os.html#os.getxattr',
    nearMiss: py`
      import os

      os.stat('file.txt')
    `,
  },
};
