import { describe, expect, test } from 'vitest';
import { link } from '../../src/link/link.ts';
import type { LinkInput, Program } from '../../src/link/program.ts';
import { linkInput } from '../flow/programs.ts';

const program = (paths: readonly string[], root = ''): Program =>
  link(paths.map((path) => linkInput(path, '', root)));

function resolved(of: Program, from: string, name: string): string {
  const file = of.files.find(({ path }) => path === from)!;
  const target = of.resolve(file.id, name);
  return target.kind === 'file' ? of.files[target.file]!.path : `${target.kind} ${target.name}`;
}

describe('modules by name', () => {
  const files = program(['a.py', 'p/__init__.py', 'p/b.py', 'n/c.py', 'n/d/e.py']);

  test.each([
    ['a', 'a.py'],
    ['p', 'p/__init__.py'],
    ['p.b', 'p/b.py'],
    ['n', 'namespace n'],
    ['n.d', 'namespace n.d'],
    ['n.d.e', 'n/d/e.py'],
    ['os.path', 'external os.path'],
    ['p.missing', 'external p.missing'],
  ])('%s', (name, path) => expect(resolved(files, 'a.py', name)).toBe(path));

  test('a package hides a module of the same name, in either order', () => {
    for (const paths of [
      ['m.py', 'm/__init__.py'],
      ['m/__init__.py', 'm.py'],
    ])
      expect(resolved(program(paths), 'm.py', 'm')).toBe('m/__init__.py');
  });

  test('a script is nobody`s module', () => {
    const script: LinkInput = { ...linkInput('tool', ''), kind: 'script' };
    expect(resolved(link([script, linkInput('a.py', '')]), 'a.py', 'tool')).toBe('external tool');
  });
});

describe('several roots', () => {
  const files = link([
    linkInput('one/m.py', '', 'one'),
    linkInput('one/main.py', '', 'one'),
    linkInput('two/m.py', '', 'two'),
    linkInput('two/only.py', '', 'two'),
  ]);

  test('the own root comes first, then the others in order', () => {
    expect(resolved(files, 'one/main.py', 'm')).toBe('one/m.py');
    expect(resolved(files, 'two/only.py', 'm')).toBe('two/m.py');
    expect(resolved(files, 'one/main.py', 'only')).toBe('two/only.py');
  });
});

describe('relative imports', () => {
  const files = program(['top.py', 'p/__init__.py', 'p/m.py', 'p/q/__init__.py', 'p/q/leaf.py']);
  const relative = (path: string, level: number, module: string) =>
    files.relative(files.files.find((file) => file.path === path)!.id, level, module);

  test.each([
    ['p/m.py', 1, '', 'p'],
    ['p/m.py', 1, 'q', 'p.q'],
    ['p/__init__.py', 1, 'm', 'p.m'],
    ['p/q/__init__.py', 2, 'm', 'p.m'],
    ['p/q/leaf.py', 2, 'm', 'p.m'],
    ['p/q/leaf.py', 1, '', 'p.q'],
    ['p/q/leaf.py', 3, 'top', 'top'],
    ['p/q/leaf.py', 5, 'x', undefined],
    ['top.py', 0, 'p.m', 'p.m'],
  ])('%s: %i dots and "%s"', (path, level, module, name) => {
    expect(relative(path, level, module)).toBe(name);
  });
});

test('names have one id in the whole program', () => {
  const files = link([linkInput('a.py', 'import os\nos.x'), linkInput('b.py', 'x.os')]);
  const ids = files.files.map(({ names, facts }) => names[facts.names.indexOf('os')]);
  expect(ids[0]).toBe(ids[1]);
  expect(files.names[ids[0]!]).toBe('os');
  expect(files.nameId('os')).toBe(ids[0]);
});

describe('folders without `__init__.py`', () => {
  const files = link(
    [
      linkInput('proj/main.py', '', 'proj'),
      linkInput('proj/tools/one.py', '', 'proj/tools'),
      linkInput('proj/tools/deep/two.py', '', 'proj/tools/deep'),
      linkInput('proj/tests/random.py', '', 'proj/tests'),
      linkInput('proj/tests/test_x.py', '', 'proj/tests'),
      linkInput('proj/src/p/__init__.py', '', 'proj/src'),
    ],
    { roots: ['/proj', '/proj/src'] },
  );

  test.each([
    ['proj/main.py', 'tools.one', 'proj/tools/one.py'],
    ['proj/main.py', 'tools.deep.two', 'proj/tools/deep/two.py'],
    ['proj/main.py', 'p', 'proj/src/p/__init__.py'],
    ['proj/tests/test_x.py', 'main', 'proj/main.py'],
    // another root's module shadows no module of the standard library
    ['proj/main.py', 'random', 'external random'],
    ['proj/tests/test_x.py', 'random', 'proj/tests/random.py'],
  ])('%s: %s', (from, name, path) => expect(resolved(files, from, name)).toBe(path));

  test('dots that lead above the source root reach the folders around it', () => {
    const two = files.files.find(({ path }) => path === 'proj/tools/deep/two.py')!;
    expect(files.relative(two.id, 2, 'one')).toBe('tools.one');
    expect(files.relative(two.id, 2, '')).toBe('tools');
    expect(files.relative(two.id, 3, 'main')).toBeUndefined();
  });
});
