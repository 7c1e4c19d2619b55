import type { EventRule } from '../../src/model/catalogue.ts';
import { py } from '../python.ts';

export const codeNew: EventRule = {
  code: 'PYA1101',
  event: 'code.__new__',
  category: 'code-execution',
  raised: '3.8-3.15',
  documented: '3.8-3.14',
  platforms: ['linux', 'darwin', 'win32'],
  arguments: [
    { name: 'code' },
    { name: 'filename' },
    { name: 'name' },
    { name: 'argcount' },
    { name: 'posonlyargcount' },
    { name: 'kwonlyargcount' },
    { name: 'nlocals' },
    { name: 'stacksize' },
    { name: 'flags' },
  ],
  tiers: [{ tier: 'inventory', provenance: 'stdlib' }, { tier: 'dangerous' }],
  raisedBy: [
    {
      kind: 'call',
      api: 'types.CodeType',
      of: 'class',
      map: {
        code: ['arg:6'],
        filename: ['arg:10'],
        name: ['arg:11'],
        argcount: ['arg:0'],
        posonlyargcount: ['arg:1'],
        kwonlyargcount: ['arg:2'],
        nlocals: ['arg:3'],
        stacksize: ['arg:4'],
        flags: ['arg:5'],
      },
      example: py`
        c = (lambda: 0).__code__
        parts = [0, 0, 0, 0, 1, c.co_flags, c.co_code, c.co_consts, (), (), 'made.py', 'made']
        import sys
        if sys.version_info >= (3, 11):
            parts += ['made', 1, c.co_linetable, c.co_exceptiontable]
        else:
            parts += [1, b'']
        import types
        types.CodeType(*parts)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'types.CodeType.replace',
      of: 'method',
      map: {
        code: ['kw:co_code'],
        filename: ['kw:co_filename'],
        name: ['kw:co_name'],
        argcount: ['kw:co_argcount'],
        posonlyargcount: ['kw:co_posonlyargcount'],
        kwonlyargcount: ['kw:co_kwonlyargcount'],
        nlocals: ['kw:co_nlocals'],
        stacksize: ['kw:co_stacksize'],
        flags: ['kw:co_flags'],
      },
      returns: 'types.CodeType',
      example: py`
        code = (lambda: 0).__code__
        code.replace(co_name='renamed')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'types.CodeType.__replace__',
      of: 'method',
      targets: '3.13-3.15',
      map: {
        code: ['kw:co_code'],
        filename: ['kw:co_filename'],
        name: ['kw:co_name'],
        argcount: ['kw:co_argcount'],
        posonlyargcount: ['kw:co_posonlyargcount'],
        kwonlyargcount: ['kw:co_kwonlyargcount'],
        nlocals: ['kw:co_nlocals'],
        stacksize: ['kw:co_stacksize'],
        flags: ['kw:co_flags'],
      },
      returns: 'types.CodeType',
      example: py`
        code = (lambda: 0).__code__
        code.__replace__(co_name='renamed')  # raises
      `,
    },
    {
      kind: 'call',
      api: 'marshal.loads',
      of: 'function',
      targets: '3.8',
      map: {
        code: null,
        filename: null,
        name: null,
        argcount: null,
        posonlyargcount: null,
        kwonlyargcount: null,
        nlocals: null,
        stacksize: null,
        flags: null,
      },
      example: py`
        import marshal
        data = marshal.dumps(compile('0', 'f', 'eval'))
        marshal.loads(data)  # raises
      `,
    },
    {
      kind: 'call',
      api: 'marshal.load',
      of: 'function',
      targets: '3.8',
      map: {
        code: null,
        filename: null,
        name: null,
        argcount: null,
        posonlyargcount: null,
        kwonlyargcount: null,
        nlocals: null,
        stacksize: null,
        flags: null,
      },
      example: py`
        import io
        import marshal
        data = marshal.dumps(compile('0', 'f', 'eval'))
        marshal.load(io.BytesIO(data))  # raises
      `,
    },
  ],
  docs: {
    summary: 'A code object is built from raw parts instead of being compiled from source.',
    meaning:
      'Compiling source never raises this event, so it marks code that assembles or rewrites bytecode: ' +
      'obfuscators, debuggers, coverage tools, and attacks that craft invalid bytecode to corrupt the ' +
      'interpreter. The event carries the bytecode, name and counters, but neither the constants nor the ' +
      'names that the code uses. In 3.8, reading a marshalled code object raises it once per object, so ' +
      'every import from a .pyc file does.',
    page: 'library/types.html#types.CodeType',
    cwe: [95],
    nearMiss: py`
      def double(x):
          return 2 * x


      code = double.__code__
      print(code.co_name, code.co_code)
    `,
  },
};
