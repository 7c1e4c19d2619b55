import type { EventRule } from '../../src/model/catalogue.ts';
import { str } from '../../src/model/constant.ts';
import { py } from '../python.ts';

export const compileEvent: EventRule = {
  code: 'PYA1102',
  event: 'compile',
  category: 'code-execution',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [{ name: 'source' }, { name: 'filename' }],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'builtins.compile',
      of: 'function',
      map: { source: ['arg:0', 'kw:source'], filename: ['arg:1', 'kw:filename'] },
      returns: 'types.CodeType',
      example: py`
        compile('1 + 1', 'sum.py', 'eval')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'builtins.exec',
      of: 'function',
      when: [{ operand: ['arg:0'], is: 'text' }],
      map: { source: ['arg:0'], filename: { from: [], default: str('<string>') } },
      example: py`
        exec('answer = 42')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'builtins.eval',
      of: 'function',
      when: [{ operand: ['arg:0'], is: 'text' }],
      map: { source: ['arg:0'], filename: { from: [], default: str('<string>') } },
      example: py`
        eval('6 * 7')  # raises
      `,
    },
    {
      kind: 'call',
      api: '_symtable.symtable',
      of: 'function',
      map: { source: ['arg:0'], filename: ['arg:1'] },
      example: py`
        import _symtable
        _symtable.symtable('x = 1', 'x.py', 'exec')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'parser.suite',
      of: 'function',
      targets: '3.8-3.9',
      map: { source: ['arg:0', 'kw:source'], filename: null },
      example: py`
        import parser
        parser.suite('x = 1')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'parser.expr',
      of: 'function',
      targets: '3.8-3.9',
      map: { source: ['arg:0', 'kw:source'], filename: null },
      example: py`
        import parser
        parser.expr('x + 1')  # raises
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
    summary: 'Source text or a syntax tree is compiled to a code object.',
    meaning:
      'A text arrives as bytes whatever it was in the program, a syntax tree as the tree with no file ' +
      'name, and source read from a file or a terminal by the interpreter itself as None. The file name ' +
      'is whatever the caller claims, so it proves nothing about the origin. `exec` and `eval` of a text ' +
      'raise it before `exec`; the library does it for named tuples, dataclasses, string annotations and ' +
      'every import without a valid .pyc file, which makes the event frequent and its absence of a user- ' +
      'made text the interesting part.',
    page: 'library/functions.html#compile',
    cwe: [95],
    nearMiss: py`
      import ast
      import re

      re.compile('[a-z]+')
      ast.literal_eval
      tree = ast.Module(body=[], type_ignores=[])
    `,
  },
};
