import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const ctypesSetException: EventRule = {
  code: 'PYA1216',
  event: 'ctypes.set_exception',
  category: 'native',
  raised: '3.12-3.15',
  documented: '3.12-3.14',
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
        move = ctypes.windll.kernel32.RtlMoveMemory
        move(0, 0, 8)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A foreign function ended in a Windows structured exception.',
    meaning:
      'Raised after the fault, with the exception code, before ctypes turns it into an OSError; the ' +
      'operation can no longer be prevented. Up to 3.11 the event was called `ctypes.seh_exception`, so a ' +
      'hook for several versions must know both names.',
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
