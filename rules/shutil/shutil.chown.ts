import type { EventRule } from '../../src/model/catalogue.ts';
import { NONE } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const shutilChown: EventRule = {
  code: 'PYA1439',
  event: 'shutil.chown',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'path' }, { name: 'user' }, { name: 'group' }],
  tiers: [{ tier: 'effect' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'shutil.chown',
      of: 'function',
      map: {
        path: ['arg:0', 'kw:path'],
        user: { from: ['arg:1', 'kw:user'], default: NONE },
        group: { from: ['arg:2', 'kw:group'], default: NONE },
      },
      python: true,
      example: py`
        import shutil
        import os
        shutil.chown('file.txt', user=os.getuid())  # raises
      `,
    },
  ],
  docs: {
    summary: 'The owner or group of a file is about to be changed by name or number.',
    meaning:
      'User and group are as the caller gave them, None for unchanged. `os.chown` follows with the ' +
      'numbers, after the names have been looked up.',
    page: 'library/shutil.html#shutil.chown',
    nearMiss: py`
      import shutil

      shutil.which
      shutil.disk_usage('.')
    `,
  },
};
