import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { lower } from '../../src/facts/lower.ts';
import type { SummarisedCode } from '../../src/flow/flow.ts';
import type { SummaryRow } from '../../src/flow/library/summaries.ts';
import { summariesOf } from '../../src/flow/library/summarise.ts';
import { link } from '../../src/link/link.ts';
import { targetMask } from '../../src/model/targets.ts';
import { parse } from '../../src/parse/parse.ts';

const TABLE = compileRaisers(rules, libraryValues);

/** What the functions of a small library reach, by name. */
function summarised(
  files: Readonly<Record<string, string>>,
  code?: SummarisedCode,
): ReadonlyMap<string, readonly SummaryRow[]> {
  const inputs = Object.entries(files).map(([path, text]) => ({
    path,
    root: '/lib',
    module: path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.'),
    isPackage: path.endsWith('__init__.py'),
    kind: 'module' as const,
    isDependency: true,
    facts: lower(parse(text)),
  }));
  return summariesOf(link(inputs), TABLE, targetMask(['3.13'], ['linux']), code).summaries;
}

/** `leaf cost` of each row of a function. */
const rowsOf = (text: string, name: string): string[] =>
  (summarised({ 'm.py': text }).get(`m.${name}`) ?? []).map(({ leaf, cost }) => `${leaf} ${cost}`).sort();

describe('methods of derived classes', () => {
  const text = `import os
class Base:
    def run(self): self.step()
    def step(self): raise NotImplementedError
class One(Base):
    def step(self): os.mkdir('a')
class Two(Base):
    def step(self): os.rmdir('a')
`;

  test('are told of the class that has them', () => {
    expect(rowsOf(text, 'One.run')).toEqual(['call:posix.mkdir 0']);
    expect(rowsOf(text, 'Two.run')).toEqual(['call:posix.rmdir 0']);
  });

  test('may run where the base class calls an abstract method of its own, at what candidates cost', () => {
    expect(rowsOf(text, 'Base.run')).toEqual(['call:posix.mkdir 2', 'call:posix.rmdir 2']);
  });

  test('are improbable where they replace a method that does something', () => {
    const replaced = text.replace('raise NotImplementedError', 'self.done = os.getcwd()');
    expect(rowsOf(`${replaced}def f(): Base().step()\n`, 'f')).toEqual([
      'call:posix.mkdir 20',
      'call:posix.rmdir 20',
    ]);
  });

  test('make classes for their receiver without end', () => {
    const mock = `import os
class Mock:
    def __new__(cls, *args):
        new = type(cls.__name__, (cls,), {})
        return object.__new__(new)
    def __call__(self): return type(self)()
    def use(self): os.mkdir('a')
`;
    expect(rowsOf(mock, 'Mock.use')).toEqual(['call:posix.mkdir 0']);
  });
});

describe('names of attributes', () => {
  const handlers = (name: string) => `import os
class Server:
    def handle(self, command): getattr(self, ${name})()
    def do_GET(self): os.mkdir('a')
    def do_PUT(self): os.rmdir('a')
    def GET_open(self): os.unlink('a')
`;

  test('of which the beginning is known mean all that begin so', () => {
    for (const name of ["'do_' + command", "f'do_{command}'", "'do_%s' % command"]) {
      expect([name, rowsOf(handlers(name), 'Server.handle')]).toEqual([
        name,
        ['call:posix.mkdir 2', 'call:posix.rmdir 2'],
      ]);
    }
  });

  test('of which the end is known, also where a caller puts them together', () => {
    expect(rowsOf(handlers("command + '_open'"), 'Server.handle')).toEqual(['call:posix.unlink 0']);
    const text = `${handlers('command')}    def start(self, kind): self.handle(kind + '_open')\n`;
    expect(rowsOf(text, 'Server.start')).toEqual(['call:posix.unlink 0']);
  });

  test('of which nothing is known mean none', () => {
    expect(rowsOf(handlers('command'), 'Server.handle')).toEqual([]);
  });

  test('that a loop takes from a tuple are each of it', () => {
    const text = "def f(g):\n    for name in ('__code__', '__doc__'):\n        setattr(g, name, None)\n";
    expect(rowsOf(text, 'f')).toEqual(['set:types.FunctionType.__code__ 4']);
  });
});

describe('what no call shows', () => {
  test('methods that formatting and comparing ask', () => {
    const text = `import os
class C:
    def __repr__(self): return os.listdir('.')[0]
    def __eq__(self, other): return os.rmdir('a')
def shown(): return repr(C())
def same(): return C() == 1
`;
    expect(rowsOf(text, 'shown')).toEqual(['call:posix.listdir 0']);
    expect(rowsOf(text, 'same')).toEqual(['call:posix.rmdir 0']);
  });

  test('a method by its name, where nothing is known of the object', () => {
    const text = `import os
class C:
    def remove_everything(self): os.rmdir('a')
def f(x): x.remove_everything()
`;
    expect(rowsOf(text, 'f')).toEqual(['call:posix.rmdir 20']);
  });

  test('wrappers stand under their definition, lambdas of a scope under one name', () => {
    const text = `import os
def wrap(f):
    def wrapper(): return f()
    return wrapper
@wrap
def make(): os.mkdir('a')
table = [lambda: os.rmdir('a'), lambda: os.unlink('a')]
`;
    expect(rowsOf(text, 'wrap.wrapper')).toEqual(['call:posix.mkdir 0']);
    expect(rowsOf(text, '<lambda>')).toEqual(['call:posix.rmdir 0', 'call:posix.unlink 0']);
  });

  test('functions that C code calls by name', () => {
    const files = {
      '_strptime.py': "import os\ndef _strptime_time(text, format='%a'): os.listdir('.')\n",
      'm.py': "import time\ndef f(): time.strptime('', '')\n",
    };
    expect(summarised(files).get('m.f')).toMatchObject([{ leaf: 'call:posix.listdir', cost: 0 }]);
  });

  test('an error in source may read its file', () => {
    expect(rowsOf("def f(s): compile(s, 'x', 'exec')\n", 'f')).toEqual([
      'call:_io.open 20',
      'call:builtins.compile 0',
    ]);
  });
});

describe('conditions on parameters', () => {
  const text = `import os
def make(path, parents=False, mode=None):
    if parents:
        os.mkdir(path)
    if mode is not None:
        os.chmod(path, mode)
    os.listdir(path)
def plain(): make('a')
def deep(): make('a', True)
def handed(flag): make('a', flag)
def computed(flag): make('a', flag())
def spread(args): make('a', *args)
def named(options): make('a', **options)
def changed(path, parents=False):
    parents = parents or path
    if parents:
        os.mkdir(path)
def start(): changed('a')
`;
  const row = (name: string, leaf: string) =>
    summarised({ 'm.py': text })
      .get(`m.${name}`)
      ?.find((one) => one.leaf === leaf);

  test('stand with the row, with the default', () => {
    expect(row('make', 'call:posix.mkdir')).toMatchObject({
      cost: 1,
      tests: [{ operand: ['arg:1', 'kw:parents'], is: 'true', default: { kind: 'bool', value: false } }],
    });
    expect(row('make', 'call:posix.chmod')).toMatchObject({
      tests: [{ operand: ['arg:2', 'kw:mode'], is: 'not-none', default: { kind: 'none' } }],
    });
    expect(row('make', 'call:posix.listdir')?.tests).toBeUndefined();
  });

  test('are decided by constants and defaults', () => {
    expect(rowsOf(text, 'plain')).toEqual(['call:posix.listdir 0']);
    expect(rowsOf(text, 'deep')).toEqual(['call:posix.listdir 0', 'call:posix.mkdir 0']);
  });

  test('are those of the caller where it hands on its parameter', () => {
    expect(row('handed', 'call:posix.mkdir')).toMatchObject({
      cost: 1,
      tests: [{ operand: ['arg:0', 'kw:flag'], is: 'true' }],
    });
  });

  test('of which more must hold rule out, and decide no more', () => {
    const parts = `import os
def f(a=False, b=None):
    if a and os.getcwd(): os.mkdir('a')
    if not (b or os.getcwd()): os.rmdir('a')
def without(): f()
def both(): f(True, 'b')
`;
    expect(rowsOf(parts, 'without')).toEqual(['call:posix.rmdir 1']);
    expect(rowsOf(parts, 'both')).toEqual(['call:posix.mkdir 1']);
  });

  test('reach through keywords that are handed on', () => {
    const through = `${text}def through(path, **options): make(path, **options)
def altered(path, **options):
    options['parents'] = True
    make(path, **options)
def outer(): through('a')
def inner(): through('a', mode=0)
def other(): altered('a')
`;
    expect(rowsOf(through, 'outer')).toEqual(['call:posix.listdir 0']);
    expect(rowsOf(through, 'inner')).toEqual(['call:posix.chmod 0', 'call:posix.listdir 0']);
    expect(rowsOf(through, 'other')).toContain('call:posix.mkdir 1');
  });

  test('stay open for what is computed or spread, and of parameters that are assigned to', () => {
    expect(rowsOf(text, 'computed')).toEqual(['call:posix.listdir 0', 'call:posix.mkdir 1']);
    for (const name of ['spread', 'named']) {
      expect(rowsOf(text, name)).toEqual([
        'call:posix.chmod 1',
        'call:posix.listdir 0',
        'call:posix.mkdir 1',
      ]);
    }
    expect(rowsOf(text, 'start')).toEqual(['call:posix.mkdir 1']);
  });
});

describe('functions of installed packages', () => {
  const files = {
    'one.py': 'import two\ndef go(): two.clear()\n',
    'two.py': 'import os, shutil\nos.mkdir("a")\ndef clear(): shutil.rmtree("a")\n',
  };
  const leaves = (code: SummarisedCode, name: string) =>
    (summarised(files, code).get(name) ?? []).map(({ leaf, next }) => `${leaf} ${next ?? ''}`);

  test('reach what the library reaches', () => {
    expect(leaves('packages', 'two.clear')).toContain('sys.audit:shutil.rmtree ');
    expect(leaves('packages', 'one.go')).toContain('sys.audit:shutil.rmtree two.clear');
    expect(leaves('library', 'one.go')).toEqual(['call:shutil.rmtree two.clear']);
  });

  test('are loaded by imports', () => {
    expect(leaves('packages', 'one')).toContain('call:posix.mkdir two');
    expect(leaves('library', 'one')).not.toContain('call:posix.mkdir two');
  });
});
