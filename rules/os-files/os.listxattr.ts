import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osListxattr: EventRule = {
  code: 'PYA1421',
  event: 'os.listxattr',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux'],
  arguments: [{ name: 'path' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'posix.listxattr',
      aliases: ['os.listxattr'],
      of: 'function',
      map: { path: ['arg:0', 'kw:path'] },
      note: '3.14 and 3.15 inferred: the WebAssembly build that was run lacks it',
      stop: true,
      example: py`
        import os
        os.listxattr('file.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: "The names of a file's extended attributes are listed.",
    meaning:
      '`shutil.copystat`, and so `copy2` and `copytree`, calls it for every file on Linux; direct use is ' +
      'rare. The names come from the file system, so they can be as untrusted as file names.',
    page: 'library/os.html#os.listxattr',
    nearMiss: py`
      import os

      os.stat('file.txt')
    `,
  },
};
