import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const functionNew: EventRule = {
  code: 'PYA1104',
  event: 'function.__new__',
  category: 'code-execution',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'code' }],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'types.FunctionType',
      aliases: ['types.LambdaType'],
      of: 'class',
      map: { code: ['arg:0', 'kw:code'] },
      example: py`
        import types
        code = (lambda: 0).__code__
        types.FunctionType(code, {})  # raises
      `,
    },
  ],
  docs: {
    summary: 'A function object is built directly from a code object.',
    meaning:
      '`def` and `lambda` never raise it, so the event marks functions made by hand: decorators that ' +
      'clone functions, frameworks that rebind globals, or code that turns bytecode into something ' +
      'callable. The globals, the name and the defaults are not in the event. Since 3.14 `annotationlib` ' +
      'raises it when it reads annotations as strings or forward references.',
    page: 'library/types.html#types.FunctionType',
    cwe: [95],
    nearMiss: py`
      def make(base):
          def add(x):
              return base + x

          return add


      make(1)(2)
    `,
  },
};
