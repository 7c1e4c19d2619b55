import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiTerminateProcess: EventRule = {
  code: 'PYA1024',
  event: '_winapi.TerminateProcess',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'handle' }, { name: 'exit_code' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.TerminateProcess',
      of: 'function',
      map: { handle: ['arg:0'], exit_code: ['arg:1'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        process = _winapi.OpenProcess(1, False, 4)
        _winapi.TerminateProcess(process, 1)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A Windows process is about to be ended.',
    meaning:
      '`Popen.terminate`, `Popen.kill` and multiprocessing come here, with a handle in place of an id. ' +
      'The process gets no chance to clean up.',
    page: 'library/subprocess.html#subprocess.Popen.terminate',
    nearMiss: py`
      import os

      os.getpid()
    `,
  },
};
