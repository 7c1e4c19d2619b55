import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const sysSettrace: EventRule = {
  code: 'PYA1807',
  event: 'sys.settrace',
  category: 'debugging',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'sys.settrace',
      of: 'function',
      map: {},
      example: py`
        import sys
        sys.settrace(None)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'sys._settraceallthreads',
      of: 'function',
      targets: '3.12-3.15',
      map: {},
      example: py`
        import sys
        sys._settraceallthreads(None)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'threading.settrace_all_threads',
      of: 'function',
      targets: '3.12-3.15',
      map: {},
      python: true,
      example: py`
        import threading
        threading.settrace_all_threads(None)  # raises
      `,
    },
  ],
  docs: {
    summary: 'A trace function is installed or removed.',
    meaning:
      'A trace function sees each line with its frame and can change local variables and jump, so it ' +
      'controls the program. Debuggers and coverage tools come through here; since 3.12 some use ' +
      '`sys.monitoring` instead. The function is not passed.',
    page: 'library/sys.html#sys.settrace',
    nearMiss: py`
      import sys
      import threading

      sys.gettrace()
      threading.settrace(None)
    `,
  },
};
