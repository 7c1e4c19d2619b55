import { describe, expect, test } from 'vitest';
import type { DependencySettings } from '../../src/config/settings.ts';
import { UsageError } from '../../src/config/usage-error.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { MOST_MODULES } from '../../src/engine/dependencies.ts';
import { STAGES, type Stages } from '../../src/engine/stages.ts';
import { MemoryHost, type MemoryNode } from '../../src/host/memory.ts';
import type { Report } from '../../src/model/finding.ts';
import { formatTargets } from '../../src/model/targets.ts';
import { TABLE } from '../flow/programs.ts';
import { settings } from './settings.ts';

const SITE = '/env/lib/python3.13/site-packages';
const NONE: DependencySettings = { leftOut: false, sitePackages: [] };

/** Analyses `app` with what is installed in `site`, by path below it. */
async function run(
  app: Readonly<Record<string, string>>,
  site: Readonly<Record<string, MemoryNode>> = {},
  dependencies: DependencySettings = { ...NONE, sitePackages: [SITE] },
  more: Readonly<Record<string, MemoryNode>> = {},
): Promise<Report> {
  const below = (folder: string, tree: Readonly<Record<string, MemoryNode>>) =>
    Object.fromEntries(Object.entries(tree).map(([path, node]) => [`${folder}/${path}`, node]));
  const host = new MemoryHost({ [`${SITE}/`]: '', ...below('/proj', app), ...below(SITE, site), ...more });
  return analysePaths(settings(['.'], { dependencies }), host, TABLE);
}

/** `file:line event@confidence via names` of what comes through packages. */
const through = (report: Report): string[] =>
  report.findings
    .filter(({ provenance }) => provenance === 'dependency')
    .map(({ file, region, event, confidence, witness }) => {
      const way = witness.map(({ name, line }) => (line === undefined ? name : `${name}:${line}`));
      return `${file}:${region.line} ${event}@${confidence} ${way.join(' > ')}`;
    });

const limits = (report: Report, kind: string): string[] =>
  report.limits
    .filter((limit) => limit.kind === kind)
    .map(({ file, reason, count }) => `${file}: ${reason}${count === undefined ? '' : ` (${count})`}`);

describe('events in installed packages', () => {
  test('stand at the call of the project, with the way there', async () => {
    const report = await run(
      { 'app.py': 'import dep\n\n\ndef f():\n    dep.work("x")\n' },
      {
        'dep/__init__.py': 'from .inner import work\n',
        'dep/inner.py': 'import os\n\n\ndef work(x):\n    return run(x)\n\n\ndef run(x):\n    os.system(x)\n',
      },
    );
    expect(through(report)).toEqual([
      'app.py:5 os.system@high app.f:5 > dep.inner.work:5 > dep.inner.run:9 > os.system',
    ]);
    expect(report.files).toMatchObject({ analysed: 1, dependencies: 2 });
  });

  test('cost what the conditions on the way cost, and hold on the targets where all of it runs', async () => {
    const report = await run(
      { 'app.py': 'import dep\n\ndep.work(1)\ndep.careful(1)\n' },
      {
        'dep.py':
          'import os, sys\n\n\ndef work(x):\n    if x:\n        run()\n\n\ndef run():\n    if sys.platform == "win32":\n' +
          '        os.system("a")\n\n\ndef careful(x):\n    try:\n        x()\n    except E:\n        run()\n',
      },
    );
    expect(through(report).map((text) => text.split(' ', 2).join(' '))).toEqual([
      'app.py:3 os.system@medium',
      'app.py:4 os.system@low',
    ]);
    const [first] = report.findings.filter(({ event }) => event === 'os.system');
    expect(formatTargets(first!.targets)).toEqual(['3.8-3.15/win32']);
  });

  test('stand at each call of a function that is followed call by call', async () => {
    const report = await run(
      { 'app.py': 'import dep\ndef a(): pass\ndef b(): pass\ndep.each(a)\ndep.each(b)\n' },
      { 'dep.py': 'import os\ndef each(fn):\n    fn()\n    os.fork()\n' },
    );
    expect(through(report).map((text) => text.split('@', 1)[0])).toEqual([
      'app.py:4 os.fork',
      'app.py:5 os.fork',
    ]);
  });

  test('the cheapest path wins, targets of all of them join', async () => {
    const report = await run(
      { 'app.py': 'import dep\n\ndep.work(1)\n' },
      {
        'dep.py':
          'import os, sys\n\n\ndef work(x):\n    if sys.platform == "win32":\n        os.system("a")\n' +
          '    elif x:\n        longer()\n\n\ndef longer():\n    os.system("b")\n',
      },
    );
    const found = report.findings.filter(({ event }) => event === 'os.system');
    expect(found.map(({ targets, confidence }) => [formatTargets(targets), confidence])).toEqual([
      [['3.8-3.15/linux', '3.8-3.15/darwin', '3.8-3.15/win32'], 'high'],
    ]);
    expect(found[0]!.arguments).toEqual([['command', { kind: 'value', value: { kind: 'str', value: 'a' } }]]);
  });

  test('of a module body stand at the first import that runs it', async () => {
    const report = await run(
      { 'app.py': 'import dep.sub\nimport dep\nfrom other import x\n' },
      {
        'dep/__init__.py': 'import os\nos.system("a")\nimport other\n',
        'dep/sub.py': 'import os\nos.putenv("a", "b")\nif __name__ == "__main__":\n    os.system("b")\n',
        'other.py': 'import os\nos.chmod("a", 1)\nx = 1\n',
      },
    );
    expect(through(report)).toEqual([
      'app.py:1 os.chmod@medium app:1 > dep:3 > other:2 > os.chmod',
      'app.py:1 os.putenv@medium app:1 > dep.sub:2 > os.putenv',
      'app.py:1 os.system@medium app:1 > dep:2 > os.system',
    ]);
  });

  test('do not depend on the order of the files', async () => {
    const leaf = (text: string) => `import os\ndef go():\n    os.system("${text}")\n`;
    const site = { 'dep.py': 'import one, two\ndef go():\n    two.go()\n    one.go()\n' };
    const app = { 'app.py': 'import dep\ndep.go()\n' };
    const orders = [
      { ...site, 'one.py': leaf('1'), 'two.py': leaf('2') },
      { 'two.py': leaf('2'), 'one.py': leaf('1'), ...site },
    ];
    for (const tree of orders) {
      expect(through(await run(app, tree))).toEqual([
        'app.py:2 os.system@high app:2 > dep.go:3 > two.go:3 > os.system',
      ]);
    }
  });

  test('of code that the package calls back stand in the project alone', async () => {
    const report = await run(
      { 'app.py': 'import os\nimport dep\n\n\ndef f():\n    os.system("a")\n\n\ndep.each(f)\n' },
      { 'dep.py': 'def each(f):\n    f()\n' },
    );
    expect(through(report)).toEqual([]);
    expect(
      report.findings.filter(({ event }) => event === 'os.system').map(({ region }) => region.line),
    ).toEqual([6]);
  });

  test('of a generator stand where it is consumed', async () => {
    const report = await run(
      { 'app.py': 'import dep\n\nmade = dep.lines()\nfor line in made:\n    pass\n' },
      { 'dep.py': 'import os\n\n\ndef lines():\n    yield os.system("a")\n' },
    );
    expect(through(report)).toEqual(['app.py:4 os.system@high app:4 > dep.lines:5 > os.system']);
  });

  test('of methods, also those a class of the project inherits', async () => {
    const report = await run(
      { 'app.py': 'import dep\n\n\nclass Mine(dep.Base):\n    pass\n\n\nMine().run()\ndep.Base().run()\n' },
      {
        'dep.py':
          'import os\n\n\nclass Base:\n    def run(self):\n        self.go()\n\n    def go(self):\n        os.system("a")\n',
      },
    );
    expect(through(report).map((text) => text.split(' ', 1)[0])).toEqual(['app.py:8', 'app.py:9']);
  });

  test('a fault in a package costs no more than the package', async () => {
    const host = new MemoryHost({ 'app.py': 'import os, dep\nos.system("a")\n', [`${SITE}/dep.py`]: '' });
    const stages: Stages = {
      ...STAGES,
      analyse: (files, ...rest) => {
        if (files.some(({ isDependency }) => isDependency)) throw new TypeError('no');
        return STAGES.analyse(files, ...rest);
      },
    };
    const given = settings(['.'], { dependencies: { leftOut: false, sitePackages: [SITE] } });
    const report = await analysePaths(given, host, TABLE, { stages });
    expect(report.faults.map(({ message }) => message)).toEqual([
      'TypeError: no; installed packages were left out',
    ]);
    expect(report.findings.some(({ event }) => event === 'os.system')).toBe(true);
  });

  test('only what is reached is read, and its own sites are no findings', async () => {
    const report = await run(
      { 'app.py': 'def f():\n    import dep\n' },
      {
        'dep.py': 'import os\n\n\ndef unused():\n    import late\n    os.system("a")\n',
        'late.py': '',
        'never.py': '',
      },
    );
    expect(through(report)).toEqual([]);
    expect(report.files.dependencies).toBe(2);
    expect(report.findings.every(({ file }) => file === 'app.py')).toBe(true);
  });
});

describe('where packages are looked for', () => {
  const app = { 'app.py': 'import dep\ndep.go()\n' };
  const dep = 'import os\ndef go():\n    os.system("a")\n';
  const found = ['app.py:2 os.system@high app:2 > dep.go:3 > os.system'];
  const seen = async (more: Readonly<Record<string, MemoryNode>>, dependencies: DependencySettings = NONE) =>
    through(await run(app, {}, dependencies, more));

  test.each([
    ['an environment beside the project', '/proj/.venv', 'lib/python3.12/site-packages'],
    ['one under another name', '/proj/venv', 'lib/python3.12/site-packages'],
    ['one above', '/.venv', 'lib/python3.9/site-packages'],
    ['one of Windows', '/proj/.venv', 'Lib/site-packages'],
  ])('%s', async (_, folder, site) => {
    expect(await seen({ [`${folder}/pyvenv.cfg`]: '', [`${folder}/${site}/dep.py`]: dep })).toEqual(found);
  });

  test('the active environment, and the one named', async () => {
    const tree = { '/e/pyvenv.cfg': '', '/e/lib/python3.12/site-packages/dep.py': dep };
    expect(await seen(tree, { ...NONE, active: '/e' })).toEqual(found);
    expect(await seen(tree, { ...NONE, environment: '/e' })).toEqual(found);
    expect(await seen(tree)).toEqual([]);
  });

  test('the interpreter around an environment that lets it in', async () => {
    const tree = (value: string) => ({
      '/e/pyvenv.cfg': `home = /usr/bin\ninclude-system-site-packages = ${value}\n`,
      '/e/lib/python3.12/site-packages/': '',
      '/usr/lib/python3/dist-packages/dep.py': dep,
    });
    expect(await seen(tree('true'), { ...NONE, environment: '/e' })).toEqual(found);
    expect(await seen(tree('false'), { ...NONE, environment: '/e' })).toEqual([]);
  });

  test.each([
    ['a path file', 'x.pth', '# comment\nimport os; os.system("x")\n/elsewhere\n'],
    ['a relative path file', 'x.pth', '../../../../elsewhere\n'],
    [
      'the finder of an editable install',
      '__editable___dep_1_0_finder.py',
      "MAPPING: dict[str, str] = {'a': '/a', 'dep': '/elsewhere/dep'}\nNAMESPACES = {}\n",
    ],
    [
      'the record of an editable install',
      'dep-1.0.dist-info/direct_url.json',
      '{"dir_info": {"editable": true}, "url": "file:///elsewhere"}',
    ],
  ])('%s', async (_, name, text) => {
    const report = await run(app, { [name]: text }, undefined, { '/elsewhere/dep.py': dep });
    expect(through(report)).toEqual(found);
  });

  test('what is named and is none is a wrong command line', async () => {
    await expect(seen({}, { ...NONE, sitePackages: ['/none'] })).rejects.toThrow(UsageError);
    await expect(seen({}, { ...NONE, environment: '/none' })).rejects.toThrow(UsageError);
  });

  test('the project comes before what is installed', async () => {
    const report = await run({ ...app, 'dep.py': 'def go():\n    pass\n' }, { 'dep.py': dep });
    expect(through(report)).toEqual([]);
  });
});

describe('what is not seen', () => {
  const app = { 'app.py': 'import dep\nfrom dep import x\nimport os\n\ndep.go()\nx()\n' };

  test('packages that are not there', async () => {
    const report = await run(app);
    expect(limits(report, 'unresolved-import')).toEqual(['app.py: a module that was not found (2)']);
    expect(limits(report, 'unresolved-call')).toEqual(['app.py: code of a module that was not found (2)']);
    expect(report.limits.find(({ kind }) => kind === 'unresolved-import')!.message).toContain(
      '--site-packages',
    );
  });

  test('packages that the user leaves out', async () => {
    const report = await run(app, { 'dep.py': 'def go(): ...' }, { leftOut: true, sitePackages: [SITE] });
    expect(limits(report, 'unresolved-import')).toEqual(['app.py: dependencies are left out (2)']);
    expect(limits(report, 'unresolved-call')).toEqual([
      'app.py: code of a dependency, which is left out (2)',
    ]);
    expect(report.files.dependencies).toBeUndefined();
  });

  test('machine code: a limit, and a finding at its import', async () => {
    const report = await run(
      {
        'app.py': 'from dep import _fast\n_fast.go()\n',
        'pkg/__init__.py': 'from . import _own\n',
        'pkg/_own.abi3.so': '',
      },
      {
        'dep/__init__.py': '',
        'dep/_fast.cpython-313-x86_64-linux-gnu.so': '',
        'dep/_fast.pyi': 'def go() -> int: ...\n',
      },
    );
    expect(limits(report, 'native-module')).toEqual([
      'app.py: machine code',
      'pkg/__init__.py: machine code',
    ]);
    const found = report.findings.filter(({ event }) => event === 'native-module');
    expect(found.map(({ file, region }) => [file, region.line, region.column])).toEqual([
      ['app.py', 1, 17],
      ['pkg/__init__.py', 1, 15],
    ]);
  });

  test('a compiled module with its source beside it is read as that', async () => {
    const report = await run(
      { 'app.py': 'import dep\ndep.go()\n' },
      { 'dep.cpython-313-darwin.so': '', 'dep.py': 'import os\ndef go():\n    os.system("a")\n' },
    );
    expect(through(report)).toHaveLength(1);
    expect(limits(report, 'native-module')).toEqual([]);
  });

  test('packages of which there are stubs alone', async () => {
    const report = await run(
      { 'app.py': 'import dep\ndep.go()\n' },
      { 'dep-stubs/__init__.pyi': 'import os\nos.system("a")\ndef go() -> int: ...\n' },
    );
    expect(limits(report, 'unresolved-import')).toEqual(['app.py: a module that was not found (1)']);
    expect(through(report)).toEqual([]);
  });

  test('modules of the project that are still to be built', async () => {
    const report = await run({ 'p/__init__.py': 'from . import _x\n', 'p/_x.pyi': 'def go() -> int: ...\n' });
    expect(limits(report, 'native-module')).toEqual(['p/__init__.py: machine code']);
  });

  test('a source is read, not the stub beside it', async () => {
    const report = await run(
      { 'app.py': 'import dep\ndep.go()\n' },
      { 'dep.pyi': 'def go() -> int: ...\n', 'dep.py': 'import os\ndef go():\n    os.system("a")\n' },
    );
    expect(through(report)).toHaveLength(1);
    expect(report.files.dependencies).toBe(1);
  });

  test('more modules than are read: the nearest come first, and it is said', async () => {
    const names = Array.from({ length: MOST_MODULES + 5 }, (_, index) => `m${index}`);
    const near = names.map((name) => `import ${name}\n`).join('');
    const site = Object.fromEntries(names.map((name) => [`${name}.py`, '']));
    const report = await run({ 'app.py': near }, site);
    expect(report.files.dependencies).toBe(MOST_MODULES);
    expect(limits(report, 'unresolved-import')).toEqual([
      ': too much installed code is reached',
      'app.py: more installed code than is read (5)',
    ]);
  });

  test('files of the project that are not named', async () => {
    const host = new MemoryHost({ 'a.py': 'import b\n', 'b.py': '' });
    const report = await analysePaths(settings(['a.py'], { dependencies: NONE }), host, TABLE);
    expect(limits(report, 'unresolved-import')).toEqual([
      'a.py: a file of the project that is not analysed (1)',
    ]);
  });
});
