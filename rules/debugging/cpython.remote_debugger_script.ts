import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonRemoteDebuggerScript: EventRule = {
  code: 'PYA1802',
  event: 'cpython.remote_debugger_script',
  category: 'debugging',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'script_path' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'options',
      api: 'another process calls sys.remote_exec',
      note: 'not seen at run time',
    },
  ],
  docs: {
    summary: 'A script that another process sent with `sys.remote_exec` is about to run in this one.',
    meaning:
      'It comes in the process that is debugged, at a moment when its main loop checks for such requests, ' +
      'and it may come in any program since 3.14 unless remote debugging is switched off. Refusing it is ' +
      'the way to forbid attaching for one process; the environment variable PYTHON_DISABLE_REMOTE_DEBUG ' +
      'does so from the start.',
    page: 'library/sys.html#sys.remote_exec',
    cwe: [94],
    nearMiss: py`
      import os

      os.getpid()
    `,
  },
};
