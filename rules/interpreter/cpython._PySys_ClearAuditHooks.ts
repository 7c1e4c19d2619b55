import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonPySysClearAuditHooks: EventRule = {
  code: 'PYA2505',
  event: 'cpython._PySys_ClearAuditHooks',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'run',
      api: 'interpreter finalization',
      note: 'not seen at run time',
    },
  ],
  docs: {
    summary: 'The audit hooks are being removed at the end of the process.',
    meaning:
      'The last event there is, seen by hooks added from C alone. A hook cannot prevent its removal; an ' +
      "exception is ignored. Whatever runs afterwards, such as the C library's exit handlers, is " +
      'unaudited.',
    page: 'c-api/sys.html',
    nearMiss: py`
      import atexit

      atexit.register(print)
    `,
  },
};
