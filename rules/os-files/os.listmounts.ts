import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osListmounts: EventRule = {
  code: 'PYA1419',
  event: 'os.listmounts',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'volume' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.listmounts',
      aliases: ['os.listmounts'],
      of: 'function',
      map: { volume: ['arg:0', 'kw:volume'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.listmounts(os.listvolumes()[0])  # raises
      `,
    },
  ],
  docs: {
    summary: 'The mount points of a Windows volume are listed.',
    meaning:
      'New in 3.12; the volume is a name of the form `\\\\?\\Volume{...}\\`, as `os.listvolumes` gives it. A ' +
      'volume can have several mount points, or none, and a folder can be one.',
    page: 'library/os.html#os.listmounts',
    nearMiss: py`
      import os

      os.path.ismount('/')
    `,
  },
};
