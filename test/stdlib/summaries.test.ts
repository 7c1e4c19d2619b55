import { describe, expect, test } from 'vitest';
import type { SummarisedCode } from '../../src/flow/flow.ts';
import { rowsOf, summarised } from './summarised.ts';

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

describe('what the process decides', () => {
  test('options of the interpreter are improbable, their absence certain enough', () => {
    const text = `import os, sys
def f():
    if sys.flags.dev_mode: os.mkdir('a')
`;
    expect(rowsOf(text, 'f')).toEqual(['call:posix.mkdir 10']);
  });

  test('modules of another platform are not there', () => {
    const text = `import os
try:
    import msvcrt
    windows = True
except ImportError:
    windows = False
try:
    import fcntl
except ImportError:
    fcntl = None
class C:
    if windows:
        def m(self): os.mkdir('a')
    else:
        def m(self): os.rmdir('a')
def f(): C().m()
def g():
    if fcntl is None: os.mkdir('a')
    if fcntl: os.rmdir('a')
`;
    expect(rowsOf(text, 'f')).toEqual(['call:posix.rmdir 0']);
    expect(rowsOf(text, 'g')).toEqual(['call:posix.rmdir 0']);
  });

  test('endless loops run', () => {
    expect(rowsOf("import os\ndef f():\n    while True: os.mkdir('a')\n", 'f')).toEqual([
      'call:posix.mkdir 0',
    ]);
  });

  test('a name that is one of two functions may be either', () => {
    const text = `import os
def fallback(): os.rmdir('a')
if hasattr(os, 'mkdir'):
    def make(): os.mkdir('a')
else:
    make = fallback
`;
    expect(rowsOf(text, 'make')).toEqual(['call:posix.mkdir 1', 'call:posix.rmdir 2']);
  });
});

test('a with statement runs the generator that it enters, and no other', () => {
  const files = {
    'contextlib.py': `class Manager:
    def __init__(self, gen): self.gen = gen
    def __enter__(self): return next(self.gen)
    def __exit__(self, *args): next(self.gen)
def contextmanager(func):
    def helper(*args, **kwds): return Manager(func(*args, **kwds))
    return helper
`,
    'm.py': `import os
from contextlib import contextmanager
@contextmanager
def one():
    os.mkdir('a')
    yield
@contextmanager
def other():
    yield
    os.rmdir('a')
def f():
    with one(): pass
def g():
    with other(): pass
`,
  };
  const found = summarised(files);
  expect(found.get('m.f')?.map(({ leaf, cost }) => [leaf, cost])).toEqual([['call:posix.mkdir', 0]]);
  expect(found.get('m.g')?.map(({ leaf, cost }) => [leaf, cost])).toEqual([['call:posix.rmdir', 0]]);
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
