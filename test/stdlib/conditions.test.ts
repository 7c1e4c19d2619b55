import { describe, expect, test } from 'vitest';
import { rowsOf, summarised } from './summarised.ts';

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
    parents = parents or os.getcwd()
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

  test('of several parts each may rule out, none decides', () => {
    const parts = `import os
def f(a=False, b=None, c=''):
    if a and b is None and not c: os.mkdir('a')
def first(): f()
def second(): f(True, 1)
def third(): f(True, None, 'c')
def all(): f(True)
`;
    for (const name of ['first', 'second', 'third']) expect([name, rowsOf(parts, name)]).toEqual([name, []]);
    expect(rowsOf(parts, 'all')).toEqual(['call:posix.mkdir 1']);
  });

  test('of which one is enough rule out together', () => {
    const either = `import os
def f(a=None, b=None):
    if a is not None or b: os.mkdir('a')
    if a is None and not b: return
    os.rmdir('a')
def neither(): f()
def one(): f(b=1)
`;
    expect(rowsOf(either, 'neither')).toEqual([]);
    expect(rowsOf(either, 'one')).toEqual(['call:posix.mkdir 0', 'call:posix.rmdir 0']);
  });

  test('that raise otherwise cost nothing', () => {
    const checked = `import os
def f(mode, name=None):
    if mode not in ('r', 'w'): raise ValueError(mode)
    if name is None: raise TypeError()
    os.mkdir('a')
`;
    expect(rowsOf(checked, 'f')).toEqual(['call:posix.mkdir 0']);
  });

  test('of the class of an argument: by constants, by what a class makes', () => {
    const typed = `import io, os
def f(file):
    if isinstance(file, os.PathLike): file = os.fspath(file)
    if isinstance(file, str): os.mkdir(file)
    else: os.rmdir('a')
def g(file):
    if isinstance(file, (str, bytes)): os.mkdir(file)
def text(): f('a')
def stream(): f(io.BytesIO())
def computed(x): f(x.name)
def none(): g(None)
`;
    expect(rowsOf(typed, 'text')).toContain('call:posix.mkdir 0');
    expect(rowsOf(typed, 'stream')).toEqual(['call:posix.rmdir 1']);
    expect(rowsOf(typed, 'computed')).toEqual(['call:posix.mkdir 1', 'call:posix.rmdir 1']);
    expect(rowsOf(typed, 'none')).toEqual([]);
  });

  test('of None: what a class makes is none, what may be None is open', () => {
    const made = `import io, os
class Box: pass
def f(file=None):
    if file is None: os.mkdir('a')
    if not file: os.rmdir('a')
def instance(): f(Box())
def found(): f(os.environ.get('a'))
`;
    expect(rowsOf(made, 'instance')).toEqual([]);
    expect(rowsOf(made, 'found')).toEqual(['call:posix.mkdir 1', 'call:posix.rmdir 1']);
  });

  test('on keywords that are taken out of those of the call', () => {
    const taken = `import os
def f(**options):
    name = options.pop('name', None)
    if name: os.mkdir(name)
    if options.get('more') is not None: os.rmdir('a')
def plain(): f()
def named(): f(name='a')
def more(): f(more=1)
`;
    expect(rowsOf(taken, 'plain')).toEqual([]);
    expect(rowsOf(taken, 'named')).toEqual(['call:posix.mkdir 0']);
    expect(rowsOf(taken, 'more')).toEqual(['call:posix.rmdir 0']);
  });

  test('on keywords that a function sets under a condition, and on positions behind a star', () => {
    const handed = `import os
def start(args, out=None, err=None):
    if out is not None: os.mkdir('a')
    if err is not None: os.rmdir('a')
def run(*args, capture=False, **options):
    if capture: options['out'] = 1
    start(*args, **options)
def plain(): run('a')
def given(): run('a', out=1)
def captured(): run('a', capture=True)
def second(): run('a', 1)
`;
    expect(rowsOf(handed, 'plain')).toEqual([]);
    for (const name of ['given', 'captured', 'second']) {
      expect([name, rowsOf(handed, name)]).toEqual([name, ['call:posix.mkdir 0']]);
    }
  });

  test('of the function that a parameter is: by its default, by what is given', () => {
    const called = `import os
def copy(): os.mkdir('a')
def move(): os.rename('a', 'b')
def each(how=copy): one(how)
def one(how): how()
def plain(): each()
def moved(): each(move)
`;
    expect(rowsOf(called, 'plain')).toEqual(['call:posix.mkdir 2']);
    expect(rowsOf(called, 'moved')).toEqual(['call:posix.rename 2']);
  });

  test('a branch that sets what fails leaves the parameter itself', () => {
    const joined = `import os
def inner(close):
    if not close: os.mkdir('a')
def outer(close=True, other=None):
    if other: close = True
    inner(close)
def plain(): outer()
def opened(): outer(False)
`;
    expect(rowsOf(joined, 'plain')).toEqual([]);
    expect(rowsOf(joined, 'opened')).toEqual(['call:posix.mkdir 1']);
  });
});
