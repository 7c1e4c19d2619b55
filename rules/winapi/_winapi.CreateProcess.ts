import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const winapiCreateProcess: EventRule = {
  code: 'PYA1022',
  event: '_winapi.CreateProcess',
  category: 'process',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['win32'],
  arguments: [{ name: 'application_name' }, { name: 'command_line' }, { name: 'current_directory' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: '_winapi.CreateProcess',
      of: 'function',
      map: { application_name: ['arg:0'], command_line: null, current_directory: ['arg:7'] },
      note: 'from source text and documentation; not run',
      notRun: 'only on Windows',
      example: py`
        import _winapi
        _winapi.CreateProcess('notepad.exe', None, None, None, False, 0, None, None, None)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A Windows process is about to be created.',
    meaning:
      'It follows `subprocess.Popen`, which is the better source: the command line passed here is garbage ' +
      "in every version, because an object is read as text. multiprocessing's spawn method calls it " +
      'directly, so there it is the only event.',
    page: 'library/subprocess.html#subprocess.Popen',
    cwe: [78],
    nearMiss: py`
      import os

      os.getpid()
    `,
  },
};
