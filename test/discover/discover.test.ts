import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/config/settings.ts';
import { discover } from '../../src/discover/discover.ts';
import { MemoryHost, type MemoryNode } from '../../src/host/memory.ts';
import { ALL_TARGETS, formatVersions } from '../../src/model/targets.ts';

function settings(paths: readonly string[], more: Partial<Settings> = {}): Settings {
  return {
    paths,
    targets: ALL_TARGETS,
    preset: 'recommended',
    select: [],
    ignore: [],
    minLevel: 'note',
    failOn: 'warning',
    provenances: [],
    ...more,
  };
}

const find = (tree: Record<string, MemoryNode>, ...paths: string[]) =>
  discover(new MemoryHost(tree), settings(paths.length > 0 ? paths : ['.']));

const names = (found: ReturnType<typeof find>): string[] => found.files.map((file) => file.path);
const reasons = (found: ReturnType<typeof find>): string[] =>
  found.limits.map((limit) => `${limit.file}: ${limit.reason}`);

describe('which files', () => {
  it('takes Python by extension and by first line, in code-unit order', () => {
    const found = find({
      'b.py': '',
      'B.pyw': '',
      'a/x.py': '',
      tool: '#!/usr/bin/env -S python3.12 -u\n',
      old: '#!/usr/bin/python\n',
      shell: '#!/bin/sh\n# python\n',
      'doc.txt': '#!/usr/bin/python\n',
      'a/x.pyc': 'x',
      LICENSE: 'python',
    });
    expect(names(found)).toEqual(['B.pyw', 'a/x.py', 'b.py', 'old', 'tool']);
    expect(found.files.map((file) => file.kind)).toEqual(['module', 'module', 'module', 'script', 'script']);
    expect(found.limits).toEqual([]);
  });

  it('counts what it leaves out', () => {
    const found = find({
      'pyproject.toml': '',
      'app.py': '',
      'app.pyi': '',
      'build/lib/app.py': '',
      'pkg/build/__init__.py': '',
      'pkg/build/a.py': '',
      '.git/hooks.py': '',
      'node_modules/gyp/a.py': '',
      'env/pyvenv.cfg': '',
      'env/lib/a.py': '',
      'conda/conda-meta/history': '',
      'conda/lib/a.py': '',
    });
    expect(names(found)).toEqual(['app.py', 'pkg/build/__init__.py', 'pkg/build/a.py']);
    expect(Object.fromEntries(found.excluded)).toEqual({
      '.git': 1,
      'build output': 1,
      node_modules: 1,
      'type stub': 1,
      'virtual environment': 2,
    });
  });

  it('walks what is named even where it would be left out', () => {
    const tree = {
      'env/pyvenv.cfg': '',
      'env/a.py': '',
      '.gitignore': 'env/\nout.py',
      'out.py': '',
      '.git/HEAD': '',
    };
    expect(names(find(tree, 'env', 'out.py'))).toEqual(['env/a.py', 'out.py']);
    expect(names(find({ 'notes.txt': 'import os' }, 'notes.txt'))).toEqual(['notes.txt']);
  });

  it('heeds ignore files, inner ones first', () => {
    const found = find({
      '.git/info/exclude': 'secret.py\n',
      '.gitignore': '*.gen.py\n/tmp/\n',
      'a.gen.py': '',
      'secret.py': '',
      'tmp/a.py': '',
      'sub/.gitignore': '!keep.gen.py\nmine.py\n',
      'sub/keep.gen.py': '',
      'sub/mine.py': '',
      'sub/tmp/a.py': '',
    });
    expect(names(found)).toEqual(['sub/keep.gen.py', 'sub/tmp/a.py']);
    expect(found.excluded.get('.gitignore')).toBe(4);
  });

  it('heeds letter case, and takes any name', () => {
    const found = find({
      '.gitignore': 'A.py\n[z-a]\n(\n',
      'a.py': '',
      'A.py': '',
      '.../b.py': '',
      'c\\d.py': '',
    });
    expect(names(found)).toEqual(['.../b.py', 'a.py', 'c\\d.py']);
  });

  it('heeds the ignore files above a named folder', () => {
    const found = find(
      { '.git/HEAD': '', '.gitignore': '*.gen.py', 'a/b/x.gen.py': '', 'a/b/y.py': '' },
      'a/b',
    );
    expect(names(found)).toEqual(['a/b/y.py']);
  });

  it('shows paths outside of the current directory as absolute', () => {
    expect(names(find({ '/other/a.py': '' }, '../other'))).toEqual(['/other/a.py']);
  });

  it('says where there is no Python', () => {
    const found = find({ 'docs/readme.md': '', 'docs/.tox/a.py': '' }, 'docs');
    expect(found.limits).toEqual([
      expect.objectContaining({
        kind: 'no-python',
        file: 'docs',
        message: expect.stringContaining('.tox: 1'),
      }),
    ]);
  });
});

describe('links and what cannot be read', () => {
  it('analyses a file with two names once, under its own', () => {
    const found = find({ 'z/real.py': '', 'a.py': { link: 'z/real.py' }, l: { link: 'z' } });
    expect(names(found)).toEqual(['z/real.py']);
  });

  it('follows links to folders in the work tree, each once', () => {
    const tree = {
      'repo/.git/HEAD': '',
      'repo/lib/a.py': '',
      'repo/app/b.py': '',
      'repo/app/lib': { link: '../lib' },
    };
    expect(names(find(tree, 'repo/app'))).toEqual(['repo/app/b.py', 'repo/app/lib/a.py']);
    expect(names(find(tree, 'repo'))).toEqual(['repo/app/b.py', 'repo/lib/a.py']);
  });

  it('does not follow links out of it', () => {
    const found = find({ 'a.py': '', all: { link: '/' } });
    expect(names(found)).toEqual(['a.py']);
    expect(reasons(found)).toEqual(['all: link leads outside']);
  });

  it('goes round no loop', () => {
    const found = find({
      'p/a.py': '',
      'p/up': { link: '..' },
      x: { link: 'y' },
      y: { link: 'x' },
      'z.py': { link: 'z.py' },
    });
    expect(names(found)).toEqual(['p/a.py']);
    expect(reasons(found)).toEqual(['x: link loop', 'y: link loop', 'z.py: link loop']);
  });

  it('tells dangling links, FIFOs and closed folders, and goes on', () => {
    const found = find({
      'a.py': '',
      'gone.py': { link: 'nowhere.py' },
      '.#a.py': { link: 'someone@host.1' },
      'pic.png': { link: 'nowhere.png' },
      'pipe.py': { other: true },
      pipe: { other: true },
      'closed/': { fails: 'denied' },
    });
    expect(names(found)).toEqual(['a.py']);
    expect(reasons(found)).toEqual([
      'gone.py: dangling link',
      'pipe.py: not a regular file',
      'closed: permission denied',
    ]);
    for (const limit of found.limits) expect(limit.message).toMatch(/^[A-Z].*\. .*\.$/);
  });

  it('names bad paths of the command line and analyses the others', () => {
    const found = find(
      { 'a.py': '', 'closed.py': { fails: 'denied' }, pipe: { other: true }, loop: { link: 'loop' } },
      'a.py',
      'missing.py',
      'closed.py',
      'pipe',
      'loop',
    );
    expect(names(found)).toEqual(['a.py']);
    expect(found.badPaths.map((bad) => bad.message)).toEqual([
      'missing.py: no such file or folder; check the spelling and the current directory',
      'closed.py: permission denied; give the user who runs this read permission, or leave the path out',
      'pipe: not a regular file (a FIFO, a socket or a device); name a regular file or a folder',
      'loop: symbolic links go round in a loop; remove the loop or name its target',
    ]);
  });
});

describe('source roots', () => {
  const place = (tree: Record<string, string>, path: string) => {
    const { files, roots } = find(tree);
    const { root, module, isPackage } = files.find((file) => file.path === path)!;
    return { root, module, isPackage, roots };
  };

  it('takes the nearest folder that is no package', () => {
    const tree = {
      'src/pkg/__init__.py': '',
      'src/pkg/sub/__init__.py': '',
      'src/pkg/sub/m.py': '',
      'setup.py': '',
    };
    expect(place(tree, 'src/pkg/sub/m.py')).toEqual({
      root: '/proj/src',
      module: 'pkg.sub.m',
      isPackage: false,
      roots: ['/proj', '/proj/src'],
    });
    expect(place(tree, 'src/pkg/sub/__init__.py')).toMatchObject({ module: 'pkg.sub', isPackage: true });
    expect(place(tree, 'setup.py')).toMatchObject({ root: '/proj', module: 'setup' });
  });

  it('adds the project around namespace packages', () => {
    const tree = { 'pyproject.toml': '', 'src/ns/pkg/__init__.py': '', 'tool/run': '#!/usr/bin/python3' };
    expect(place(tree, 'src/ns/pkg/__init__.py')).toMatchObject({
      root: '/proj/src/ns',
      module: 'pkg',
      roots: ['/proj', '/proj/src', '/proj/src/ns', '/proj/tool'],
    });
    expect(place(tree, 'tool/run')).toMatchObject({ root: '/proj/tool', module: 'run' });
  });
});

describe('requires-python', () => {
  const versions = (specifier: string, more: Partial<Settings> = {}) => {
    const host = new MemoryHost({
      'pyproject.toml': `[project]\nrequires-python = "${specifier}"`,
      'a/b.py': '',
    });
    const found = discover(host, settings(['a'], more));
    return { versions: formatVersions(found.targets), limits: found.limits.map((limit) => limit.reason) };
  };

  it.each([
    ['>=3.10', '3.10-3.15'],
    ['>=3.9.2,<3.12', '3.9-3.11'],
    ['>= 3.8, != 3.9.*, != 3.10.1', '3.8, 3.10-3.15'],
    ['~=3.12', '3.12-3.15'],
    ['~=3.12.1', '3.12'],
    ['==3.11.*', '3.11'],
    ['<=3.9', '3.8-3.9'],
    ['>3.13', '3.13-3.15'],
    ['>=2.7', '3.8-3.15'],
    ['', '3.8-3.15'],
  ])('%s allows %s', (specifier, expected) => {
    expect(versions(specifier)).toEqual({ versions: expected, limits: [] });
  });

  it('says where it is of no use', () => {
    expect(versions('>=3.20')).toEqual({
      versions: '3.15',
      limits: ['requires-python names no known version'],
    });
    expect(versions('<3').versions).toBe('3.8-3.15');
    expect(versions('about 3').limits).toEqual(['requires-python cannot be read']);
  });

  it('gives way to versions on the command line', () => {
    expect(versions('>=3.14', { versionsGiven: true }).versions).toBe('3.8-3.15');
  });
});
