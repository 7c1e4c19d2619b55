import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiOpenProcess: EventRule = {
  code: 'PYA1023',
  event: '_winapi.OpenProcess',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'process_id' }, { name: 'desired_access' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.OpenProcess',
      of: 'function',
      map: { process_id: ['arg:2'], desired_access: ['arg:0'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.OpenProcess(0x400, False, 4)  # raises
      `,
    },
  ],
  docs: {
    summary: 'Another Windows process is about to be opened.',
    meaning:
      'The id comes first in the event, then the access asked for: the call has them the other way round. ' +
      'Rights to write memory or create threads are the beginning of code injection; multiprocessing asks ' +
      'for the right to duplicate handles.',
    page: 'library/multiprocessing.html',
    nearMiss: py`
      import os

      os.getppid()
    `,
  },
};
