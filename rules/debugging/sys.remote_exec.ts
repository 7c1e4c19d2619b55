import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysRemoteExec: EventRule = {
  code: 'PYA1804',
  event: 'sys.remote_exec',
  category: 'debugging',
  raised: '3.14-3.15',
  documented: '3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'pid' }, { name: 'script_path' }],
  tiers: [{ tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.remote_exec',
      of: 'function',
      map: { pid: ['arg:0', 'kw:pid'], script_path: ['arg:1', 'kw:script'] },
      stop: true,
      example: py`
        import sys
        sys.remote_exec(1, 'file.txt')  # raises
      `,
    },
  ],
  docs: {
    summary: 'A script is sent to another Python process to run there.',
    meaning:
      "Raised in the sending process, before anything is written into the target's memory, with the " +
      "target's process id and the path of the script. The target raises `cpython.remote_debugger_script` " +
      'when it obeys, and only if both run the same 3.14 or later version. This is code injection by ' +
      'design.',
    page: 'library/sys.html#sys.remote_exec',
    cwe: [94],
    nearMiss: py`
      import sys

      sys.executable
    `,
  },
};
