import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const execEvent: EventRule = {
  code: 'PYA1103',
  event: 'exec',
  category: 'code-execution',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'code_object' }],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.exec',
      of: 'function',
      map: { code_object: null },
      example: py`
        code = compile('answer = 42', 'answer.py', 'exec')
        exec(code)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'builtins.eval',
      of: 'function',
      map: { code_object: null },
      example: py`
        code = compile('6 * 7', 'answer.py', 'eval')
        eval(code)  # raises
      `,
    },
    {
      kind: 'interpreter',
      moment: 'run',
      api: 'main script, -c, interactive input',
      note: '3.15 inferred from 3.14',
    },
  ],
  docs: {
    summary: 'A code object is about to run through `exec`, `eval`, an import or the start of a program.',
    meaning:
      'The only argument is the code object; for a text the event `compile` came just before and holds ' +
      'the source. This is the last point at which a hook can stop dynamic code, and raising there ' +
      'prevents the first instruction. Importing a Python module raises it once for the module body, ' +
      'built-in and extension modules do not, and code run inside another subinterpreter reaches only ' +
      'hooks written in C.',
    page: 'library/functions.html#exec',
    cwe: [95],
    nearMiss: py`
      code = compile('1 + 1', 'sum.py', 'eval')


      class Shell:
          def exec(self, line):
              return line


      Shell().exec('ls')
    `,
  },
};
