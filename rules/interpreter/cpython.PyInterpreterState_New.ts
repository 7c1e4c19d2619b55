import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonPyInterpreterStateNew: EventRule = {
  code: 'PYA2508',
  event: 'cpython.PyInterpreterState_New',
  category: 'interpreter',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [],
  tiers: [{ tier: 'inventory' }],
  raisedBy: [
    {
      kind: 'interpreter',
      moment: 'embedding',
      api: 'PyInterpreterState_New (C API)',
      note: '3.15 inferred from 3.14',
    },
    {
      kind: 'call',
      api: '_xxsubinterpreters.create',
      of: 'function',
      targets: '3.8-3.12',
      map: {},
      example: py`
        import _xxsubinterpreters
        _xxsubinterpreters.create()  # raises
      `,
    },
    {
      kind: 'call',
      api: '_interpreters.create',
      of: 'function',
      targets: '3.13-3.15',
      map: {},
      notRun: 'no hook of Python code sees it',
      example: py`
        import _interpreters
        _interpreters.create()  # raises
      `,
    },
  ],
  docs: {
    summary: 'A subinterpreter is being created.',
    meaning:
      'Code in a subinterpreter is not seen by the Python hooks of its creator, so this is the moment to ' +
      'refuse one. Up to 3.12 the hooks of the creating interpreter get it; in 3.13.0 only hooks added ' +
      'from C do. Only private modules reach it before 3.14, when `concurrent.interpreters` and ' +
      'InterpreterPoolExecutor appeared.',
    page: 'c-api/init.html',
    nearMiss: py`
      import threading

      threading.get_ident()
    `,
  },
};
