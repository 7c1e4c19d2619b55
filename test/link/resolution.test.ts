import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { link } from '../../src/link/link.ts';
import { linkInput } from '../flow/programs.ts';
import { findInterpreters } from '../rules/examples.ts';
import { ROOT } from '../sources.ts';

const EXTENDED = '__path__ = __import__("pkgutil").extend_path(__path__, __name__)\n';

/** A tree, the folders on `sys.path` in order, and the file (or `namespace`, `outside`, nothing) each name is. */
interface Tree {
  readonly files: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly names: Readonly<Record<string, string | null>>;
}

const empty = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, '']));

const TREES: Readonly<Record<string, Tree>> = {
  'a package before a module of its name': {
    files: empty('r/m.py', 'r/m/__init__.py', 'r/m/x.py'),
    path: ['r'],
    names: { m: 'r/m/__init__.py', 'm.x': 'r/m/x.py', 'm.y': null },
  },
  'a module before a namespace package': {
    files: empty('r/m.py', 'r/m/x.py'),
    path: ['r'],
    names: { m: 'r/m.py', 'm.x': null },
  },
  'a module in the first folder before a package in the second': {
    files: empty('a/m.py', 'b/m/__init__.py', 'b/m/x.py'),
    path: ['a', 'b'],
    names: { m: 'a/m.py', 'm.x': null },
  },
  'a regular package ends the search': {
    files: empty('a/p/__init__.py', 'a/p/one.py', 'b/p/__init__.py', 'b/p/two.py'),
    path: ['a', 'b'],
    names: { p: 'a/p/__init__.py', 'p.one': 'a/p/one.py', 'p.two': null },
  },
  'a namespace package over two folders': {
    files: empty('a/n/one.py', 'b/n/two.py', 'b/n/deep/three.py'),
    path: ['a', 'b'],
    names: {
      n: 'namespace',
      'n.one': 'a/n/one.py',
      'n.two': 'b/n/two.py',
      'n.deep': 'namespace',
      'n.deep.three': 'b/n/deep/three.py',
    },
  },
  'a regular package behind a namespace portion wins': {
    files: empty('a/n/one.py', 'b/n/__init__.py', 'b/n/two.py'),
    path: ['a', 'b'],
    names: { n: 'b/n/__init__.py', 'n.one': null, 'n.two': 'b/n/two.py' },
  },
  'a regular package in a namespace package': {
    files: empty('a/n/p/__init__.py', 'a/n/p/x.py', 'b/n/p/y.py'),
    path: ['a', 'b'],
    names: { n: 'namespace', 'n.p': 'a/n/p/__init__.py', 'n.p.x': 'a/n/p/x.py', 'n.p.y': null },
  },
  'extend_path spans all folders': {
    files: {
      'a/p/__init__.py': EXTENDED,
      'b/p/__init__.py': EXTENDED,
      ...empty('a/p/one.py', 'b/p/two.py'),
    },
    path: ['a', 'b'],
    names: { p: 'a/p/__init__.py', 'p.one': 'a/p/one.py', 'p.two': 'b/p/two.py' },
  },
  'what start-up has loaded is shadowed by nothing': {
    files: empty('r/os.py', 'r/sys.py', 'r/time.py', 'r/colorsys.py', 'r/xmlrpc/__init__.py'),
    path: ['r'],
    names: {
      os: 'outside',
      colorsys: 'r/colorsys.py',
      xmlrpc: 'r/xmlrpc/__init__.py',
      'xmlrpc.client': null,
    },
  },
  'a main module': {
    files: empty('r/p/__init__.py', 'r/p/__main__.py', 'r/__main__.py'),
    path: ['r'],
    names: { 'p.__main__': 'r/p/__main__.py' },
  },
};

function ours({ files, path, names }: Tree): Record<string, string | null> {
  const rootOf = (file: string) => path.find((root) => file.startsWith(`${root}/`))!;
  const program = link(
    Object.entries(files).map(([file, text]) => linkInput(file, text, rootOf(file))),
    { roots: path.map((root) => `/${root}`) },
  );
  const from = program.files.find(({ root }) => root === `/${path[0]}`)!;
  return Object.fromEntries(
    Object.keys(names).map((name) => {
      const target = program.resolve(from.id, name);
      if (target.kind === 'file') return [name, program.files[target.file]!.path];
      if (target.kind === 'namespace') return [name, 'namespace'];
      return [name, names[name] === 'outside' ? 'outside' : null];
    }),
  );
}

describe('module names', () => {
  test.each(Object.entries(TREES))('%s', (_, tree) => expect(ours(tree)).toEqual(tree.names));
});

const pythons = [...findInterpreters()].filter(([version]) => version === '3.9' || version === '3.13');
const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(pythons.length === 0)('CPython finds the same', () => {
  test.each(Object.entries(TREES))('%s', (_, { files, path, names }) => {
    const folder = mkdtempSync(join(tmpdir(), 'link-'));
    temporary.push(folder);
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    const input = JSON.stringify({ folder, path, names: Object.keys(names) });
    for (const [version, python] of pythons) {
      const said = execFileSync(python, ['-I', '-B', join(ROOT, 'test/link/find_specs.py')], { input });
      expect([version, JSON.parse(said.toString())]).toEqual([version, Object.values(names)]);
    }
  });
});
