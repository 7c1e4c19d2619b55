import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/flow/analyse.ts';
import { link } from '../../../src/link/link.ts';
import type { DeclaredEntry } from '../../../src/model/entry.ts';
import { LineTable } from '../../../src/model/line-table.ts';
import { ALL_TARGETS } from '../../../src/model/targets.ts';
import { type Files, linkInputs, TABLE } from '../programs.ts';

/** Of each `os.fork`: phases, and the way to it, with the line of each caller. */
function ways(files: Files, entries: readonly DeclaredEntry[] = []): string[] {
  const { events } = analyse(link(linkInputs(files)), TABLE, ALL_TARGETS, { entries });
  return events
    .filter(({ witness }) => witness.at(-1)!.name === 'os.fork')
    .map(({ phases, reachedFrom }) => {
      const steps = (reachedFrom?.steps ?? []).map(
        ({ name, file, offset }) => `${name}:${new LineTable(files[file!]!).position(offset!).line}`,
      );
      const from = reachedFrom ? `${reachedFrom.kind} ${reachedFrom.name}` : 'nowhere';
      return `${phases.join('+')}; ${[from, ...steps].join(' > ')}`;
    });
}

const one = (text: string) => ways({ 'm.py': `import os\n${text}` });

const script = (name: string, module: string, object: string): DeclaredEntry => ({
  kind: 'console-script',
  name,
  module,
  object,
  folder: '/',
});

describe('what runs by itself', () => {
  test('a module body, when it is imported', () => {
    expect(one('os.fork()')).toEqual(['import-time; import import m']);
  });

  test('the part under the main test, and what it calls', () => {
    const text = 'def run():\n    _go()\ndef _go():\n    os.fork()\nif __name__ == "__main__":\n    run()\n';
    expect(one(text)).toEqual(['call-time+main; main python m.py > m:7 > m.run:3']);
  });

  test('__main__ runs as a program, and may be imported', () => {
    expect(ways({ 'p/__init__.py': '', 'p/__main__.py': 'import os\nos.fork()' })).toEqual([
      'import-time+main; main python -m p',
    ]);
  });

  test.each([
    ['def main():\n    os.fork()', 'main'],
    ['from other import real as main', 'main'],
    ['class App:\n    def run(self):\n        os.fork()', 'App.run'],
  ])('a console script: %j', (text, object) => {
    const files = { 'cli.py': `import os\n${text}`, 'other.py': 'import os\ndef real():\n    os.fork()' };
    const found = ways(files, [script('tool', 'cli', object)]);
    expect(found[0]).toBe('call-time+main; console-script tool');
  });

  test('setup.py, its commands, and the scripts it names', () => {
    const setup = `
import os
from setuptools import setup
from setuptools.command.install import install
class Install(install):
    def run(self):
        os.fork()
def _helper():
    os.fork()
_helper()
setup(cmdclass={"install": Install}, entry_points={"console_scripts": ["tool = cli:main"]})
`;
    expect(ways({ 'setup.py': setup, 'cli.py': 'import os\ndef main():\n    os.fork()' })).toEqual([
      'call-time+main; console-script tool',
      'call-time+install; install Install',
      'install; install setup.py > setup:10',
    ]);
  });

  test('the hooks of a build backend in the tree, and modules that a .pth file imports', () => {
    const backend = 'import os\ndef build_wheel(d):\n    os.fork()\ndef other():\n    os.fork()\n';
    const declared: DeclaredEntry[] = [
      { kind: 'build-backend', name: 'pyproject.toml', module: 'backend', folder: '/' },
      { kind: 'pth', name: 'a.pth', module: 'boot', folder: '/' },
    ];
    expect(ways({ 'backend.py': backend, 'boot.py': 'import os\nos.fork()' }, declared)).toEqual([
      'call-time+install; install pyproject.toml',
      'call-time; public backend.other',
      'install; install boot.py',
    ]);
  });
});

describe('what code out of sight may call', () => {
  test('public functions and methods; private ones through them', () => {
    const text = 'class C:\n    def run(self):\n        self._go()\n    def _go(self):\n        os.fork()\n';
    expect(one(text)).toEqual(['call-time; public m.C.run > m.C.run:4']);
  });

  test('functions that nobody in sight calls', () => {
    expect(one('def _f():\n    os.fork()\n')).toEqual(['call-time; unseen m._f']);
  });

  test('functions that only call each other are reached from nowhere', () => {
    expect(one('def _f():\n    os.fork()\n    _g()\ndef _g():\n    _f()\n')).toEqual(['; nowhere']);
  });
});

describe('of several ways', () => {
  test('the cheapest, then the shortest', () => {
    const text = `
def _f(): os.fork()
def _long(): _f()
_long()
[_f][n]()
_f()
`;
    expect(one(text)).toEqual(['import-time; import import m > m:7']);
  });

  test('what runs by itself comes before what may be called, unless it is a guess', () => {
    const sure = 'def f(): os.fork()\nf()\n';
    expect(one(sure)).toEqual(['import-time+call-time; import import m > m:3']);
    const guess = 'def f(): os.fork()\nfor g in [f]: g()\n';
    expect(one(guess)).toEqual(['import-time+call-time; public m.f']);
  });

  test('the order of the files decides nothing', () => {
    const files = {
      'a.py': 'import m\nm._f()\n',
      'b.py': 'import m\nm._f()\n',
      'm.py': 'import os\ndef _f(): os.fork()\n',
    };
    const found = ways(files);
    expect(found).toEqual(['import-time; import import a > a:2']);
    expect(ways(Object.fromEntries(Object.entries(files).reverse()))).toEqual(found);
  });
});
