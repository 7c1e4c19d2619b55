import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osListdrives: EventRule = {
  code: 'PYA1418',
  event: 'os.listdrives',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.listdrives',
      aliases: ['os.listdrives'],
      of: 'function',
      map: {},
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.listdrives()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The drives of a Windows system are listed.',
    meaning:
      'New in 3.12. It has no arguments; with `os.listvolumes` and `os.listmounts` it tells a program ' +
      'where else files may lie.',
    page: 'library/os.html#os.listdrives',
    nearMiss: py`
      import os

      os.path.splitdrive('C:/folder')
    `,
  },
};
