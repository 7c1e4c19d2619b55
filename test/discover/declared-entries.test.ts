import { expect, test } from 'vitest';
import { declaredEntries } from '../../src/discover/declared-entries.ts';
import { MemoryHost } from '../../src/host/memory.ts';

const declared = (files: Record<string, string>) => {
  const host = new MemoryHost(files);
  return declaredEntries(host, [host.directory]).map(({ kind, name, module, object }) =>
    [kind, name, module, ...(object === undefined ? [] : [object])].join(' '),
  );
};

test('scripts and entry points of pyproject.toml, of PEP 621 and of Poetry', () => {
  const pyproject = `
[project.scripts]
app = "pkg.cli:main"
odd = "pkg.cli:App.run [extra]"
[project.gui-scripts]
win = "pkg.gui:start"
[project.entry-points."app.plugins"]
one = "pkg.plugins"
[tool.poetry.scripts]
old = { reference = "pkg.old:main", type = "console" }
bad = 3
`;
  expect(declared({ 'pyproject.toml': pyproject })).toEqual([
    'console-script app pkg.cli main',
    'console-script odd pkg.cli App.run',
    'console-script win pkg.gui start',
    'console-script one pkg.plugins',
    'console-script old pkg.old main',
  ]);
});

test('a build backend counts where it lies in the tree', () => {
  const backend = '[build-system]\nbuild-backend = "backend:hooks"\n';
  expect(declared({ 'pyproject.toml': backend })).toEqual([]);
  expect(declared({ 'pyproject.toml': `${backend}backend-path = ["."]` })).toEqual([
    'build-backend pyproject.toml backend hooks',
  ]);
});

test('entry points of setup.cfg', () => {
  const setup = `[metadata]
name = x
[options.entry_points]
console_scripts =
    a = pkg.a:main
    # b = pkg.b:main
    c-d=pkg.c:run [extra]
gui_scripts =
    e = pkg.e:go

[options.extras]
    f = pkg.f:no
`;
  expect(declared({ 'setup.cfg': setup })).toEqual([
    'console-script a pkg.a main',
    'console-script c-d pkg.c run',
    'console-script e pkg.e go',
  ]);
});

test('lines of .pth files that run code', () => {
  expect(declared({ 'a.pth': 'src\nimport boot; import boot.more\n# import no\n' })).toEqual([
    'pth a.pth boot',
    'pth a.pth boot.more',
  ]);
});

test('broken and missing files declare nothing', () => {
  expect(declared({ 'pyproject.toml': '[project', 'setup.cfg': '' })).toEqual([]);
  expect(declared({})).toEqual([]);
});
