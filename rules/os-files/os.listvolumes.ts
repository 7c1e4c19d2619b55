import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const osListvolumes: EventRule = {
  code: 'PYA1420',
  event: 'os.listvolumes',
  category: 'filesystem',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
  platforms: ['win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'nt.listvolumes',
      aliases: ['os.listvolumes'],
      of: 'function',
      map: {},
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import os
        os.listvolumes()  # raises
      `,
    },
  ],
  docs: {
    summary: 'The volumes of a Windows system are listed.',
    meaning:
      'New in 3.12; no arguments. Volumes without a drive letter show here too, so a program can reach ' +
      'disks that nobody sees in the file explorer.',
    page: 'library/os.html#os.listvolumes',
    nearMiss: py`
      import os

      os.path.splitdrive('C:/folder')
    `,
  },
};
