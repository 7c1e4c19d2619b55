import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const msvcrtOpenOsfhandle: EventRule = {
  code: 'PYA1407',
  event: 'msvcrt.open_osfhandle',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'handle' }, { name: 'flags' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'msvcrt.open_osfhandle',
      of: 'function',
      map: { handle: ['arg:0'], flags: ['arg:1'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import msvcrt
        handle = msvcrt.get_osfhandle(1)
        msvcrt.open_osfhandle(handle, 0)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A file descriptor is made for a Windows handle.',
    meaning:
      'Handles obtained from foreign functions or inherited from the parent become readable files this ' +
      'way, without the event `open` for a path. The descriptor owns the handle from then on and closes ' +
      'it.',
    page: 'library/msvcrt.html#msvcrt.open_osfhandle',
    nearMiss: py`
      import os

      os.dup(1)
    `,
  },
};
