import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const cpythonPyInterpreterStateClear: EventRule = {
  code: 'PYA2507',
  event: 'cpython.PyInterpreterState_Clear',
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
      api: 'PyInterpreterState_Clear (C API)',
      note: 'not seen at run time',
    },
    {
      kind: 'call',
      api: '_xxsubinterpreters.destroy',
      of: 'function',
      targets: '3.8-3.12',
      map: {},
      notRun: 'no hook of Python code sees it',
      example: py`
        import _xxsubinterpreters
        interpreter = _xxsubinterpreters.create()
        _xxsubinterpreters.destroy(interpreter)  # raises
      `,
    },
    {
      kind: 'call',
      api: '_interpreters.destroy',
      of: 'function',
      targets: '3.13-3.15',
      map: {},
      notRun: 'no hook of Python code sees it',
      example: py`
        import _interpreters
        interpreter = _interpreters.create()
        _interpreters.destroy(interpreter)  # raises
      `,
    },
  ],
  docs: {
    summary: 'An interpreter, main or subordinate, is being torn down.',
    meaning:
      'At the end of a process only hooks added from C live long enough to see it. Destroying a ' +
      'subinterpreter raises it inside that interpreter, after its own Python hooks are gone: no Python ' +
      'hook has been seen to get it. Treat it as a matter for C hooks.',
    page: 'c-api/init.html',
    nearMiss: py`
      import atexit

      atexit.register(print)
    `,
  },
};
