import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const msvcrtGetOsfhandle: EventRule = {
  code: 'PYA1405',
  event: 'msvcrt.get_osfhandle',
  category: 'filesystem',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'fd' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'msvcrt.get_osfhandle',
      of: 'function',
      map: { fd: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import msvcrt
        msvcrt.get_osfhandle(1)  # raises
      `,
    },
  ],
  docs: {
    summary: 'The Windows handle behind a file descriptor is asked for.',
    meaning:
      'Harmless by itself; the handle can then be given to foreign functions or child processes. ' +
      '`subprocess` does it for each redirected stream.',
    page: 'library/msvcrt.html#msvcrt.get_osfhandle',
    nearMiss: py`
      import sys

      sys.stdout.isatty()
    `,
  },
};
