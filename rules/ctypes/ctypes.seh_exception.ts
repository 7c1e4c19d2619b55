import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesSehException: EventRule = {
  code: 'PYA1214',
  event: 'ctypes.seh_exception',
  category: 'native',
  raised: '3.8-3.11',
  documented: '3.8-3.11',
  platforms: ['win32'],
  arguments: [{ name: 'code' }],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_ctypes.CFuncPtr.__call__',
      aliases: ['ctypes._CFuncPtr.__call__'],
      of: 'method',
      when: [{ runtime: 'the foreign function ends in a Windows structured exception' }],
      map: { code: null },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import ctypes
        sleep = ctypes.windll.kernel32.RtlMoveMemory
        sleep(0, 0, 8)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A foreign function ended in a Windows structured exception.',
    meaning:
      'Raised after the fault, with the exception code (0xC0000005 for an access violation), before ' +
      'ctypes turns it into an OSError. A program that survives such faults repeatedly may be probing ' +
      'memory. From 3.12 on the event is called `ctypes.set_exception`.',
    page: 'library/ctypes.html#foreign-functions',
    nearMiss: py`
      import ctypes

      try:
          raise OSError('access violation')
      except OSError:
          pass
    `,
  },
};
