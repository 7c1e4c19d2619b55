import { spawnSync } from 'node:child_process';
import { realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../../src/config/settings.ts';
import { analysePaths } from '../../../src/engine/analyse.ts';
import { NodeHost } from '../../../src/host/node.ts';
import { TABLE } from '../../flow/programs.ts';
import { GitRepository, HAS_GIT } from '../../git-repository.ts';
import { settings } from '../settings.ts';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
  repository.write('app/a.py', 'import os', 'def f(c):', '    os.system(c)');
  repository.write('app/b.py', 'x = 1');
  repository.commit('first');
});
afterEach(() => repository.delete());

const run = (revision: string, more: Partial<Settings> = {}, directory = repository.root) =>
  analysePaths(
    settings(more.paths ?? ['.'], { preset: 'recommended', baselineCommit: revision, ...more }),
    new NodeHost(directory),
    TABLE,
  );
const found = async (...given: Parameters<typeof run>) =>
  (await run(...given)).findings.map(({ file, region, event }) => `${file}:${region.line} ${event}`);

describe.skipIf(!HAS_GIT)('compared with a revision', () => {
  it('only what it did not have is shown', async () => {
    expect(await found('HEAD')).toEqual([]);
    repository.write('app/b.py', 'import os', 'os.system("x")');
    repository.move('app/a.py', 'app/c.py');
    const report = await run('HEAD');
    expect(report.findings.map(({ file, broughtBy }) => [file, broughtBy])).toEqual([['app/b.py', 'code']]);
    const commit = repository.git('rev-parse', '--short=7', 'HEAD');
    expect(report.baseline).toMatchObject({ name: `HEAD (${commit})`, accepted: 1, stale: 0 });
    expect(report.hidden.get(`there at HEAD (${commit})`)).toBe(1);
  });

  it('a submodule is what it was at the commit of then', async () => {
    const library = new GitRepository();
    try {
      library.write('pyproject.toml', '[project]');
      library.write('lib/core.py', 'import os', 'os.system("1")');
      library.commit('first');
      repository.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        library.root,
        'vendor/library',
      );
      repository.commit('with a submodule');
      expect(await found('HEAD')).toEqual([]);
      const inside = (...words: string[]) => repository.git('-C', 'vendor/library', ...words);
      repository.write('vendor/library/lib/core.py', 'import os', 'os.system("1")', 'os.system("2")');
      inside('commit', '-q', '-a', '-m', 'second');
      repository.commit('a newer submodule');
      expect(await found('HEAD~1')).toEqual(['vendor/library/lib/core.py:3 os.system']);
      expect(await found('HEAD')).toEqual([]);
      const old = inside('rev-parse', 'HEAD~1');
      inside('fetch', '-q', '--depth', '1', '.', 'HEAD');
      inside('reflog', 'expire', '--expire=now', '--all');
      inside('update-ref', '-d', 'refs/remotes/origin/main');
      inside('update-ref', '-d', 'refs/remotes/origin/HEAD');
      inside('gc', '-q', '--prune=now');
      await expect(run('HEAD~1')).rejects.toThrow(`the submodule vendor/library was at ${old.slice(0, 7)}`);
      repository.remove('vendor/library');
      expect(await found('HEAD')).toEqual([]);
    } finally {
      library.delete();
    }
  });

  it('named folders of packages that git ignores are those of today', async () => {
    repository.write('.gitignore', 'packages');
    repository.write('packages/lib.py', 'import os', 'def f():', '    os.system("x")');
    repository.write('app/b.py', 'import lib', 'lib.f()');
    repository.commit('uses a package');
    const dependencies = { leftOut: false, sitePackages: ['packages'] };
    expect(await found('HEAD', { dependencies })).toEqual([]);
    expect(await found('HEAD~1', { dependencies })).toEqual(['app/b.py:2 os.system']);
  });

  it('neither the work tree nor the index nor HEAD is touched', async () => {
    repository.write('app/b.py', 'y = 2');
    repository.git('add', '-A');
    repository.write('app/b.py', 'import os', 'os.remove("x")');
    const before = [repository.git('status', '--porcelain=v2', '--branch'), repository.git('stash', 'list')];
    await run('HEAD');
    expect([repository.git('status', '--porcelain=v2', '--branch'), repository.git('stash', 'list')]).toEqual(
      before,
    );
  });

  it('a branch is compared with where it left', async () => {
    repository.git('checkout', '-q', '-b', 'topic');
    repository.write('app/b.py', 'import os', 'os.system("x")');
    repository.commit('topic');
    repository.git('checkout', '-q', 'main');
    repository.remove('app/a.py');
    repository.commit('gone on main');
    repository.git('checkout', '-q', 'topic');
    expect(await found('main')).toEqual(['app/a.py:3 os.system', 'app/b.py:2 os.system']);
    expect(await found('main...')).toEqual(['app/b.py:2 os.system']);
    expect(await found('main...HEAD')).toEqual(['app/b.py:2 os.system']);
  });

  it('from a folder of the repository, and for paths that were not there', async () => {
    repository.write('new/n.py', 'import os', 'os.system("x")');
    expect(await found('HEAD', {}, join(repository.root, 'app'))).toEqual([]);
    expect(await found('HEAD', { paths: ['new'] })).toEqual(['new/n.py:2 os.system']);
    expect(await found('HEAD', { paths: ['app/a.py', 'new/n.py'] })).toEqual(['new/n.py:2 os.system']);
  });

  it('files elsewhere keep what is theirs', async () => {
    repository.write('app/z.py', 'import os', 'def f(c):', '    os.system(c)');
    expect(await found('HEAD', { paths: ['app/z.py'] })).toEqual(['app/z.py:3 os.system']);
  });

  it('packages of an environment that git does not know are read', async () => {
    const library = '.venv/lib/python3.12/site-packages/lib.py';
    repository.write('.gitignore', '.venv');
    repository.write('.venv/pyvenv.cfg', 'home = /usr/bin');
    repository.write(library, 'import os', 'def run(c):', '    os.system(c)');
    repository.write('app/b.py', 'import lib', 'lib.run("x")');
    repository.commit('uses lib');
    const dependencies = { leftOut: false, sitePackages: [] };
    expect(await found('HEAD~1', { dependencies })).toEqual(['app/b.py:2 os.system']);
    expect(await found('HEAD', { dependencies })).toEqual([]);
  });

  it('links, odd names and other encodings are as they were', async () => {
    symlinkSync('a.py', join(repository.root, 'app/link.py'));
    repository.write('app/größe x.py', 'import os', 'os.system("ä")');
    repository.write('app/script', '#!/usr/bin/env python3', 'import os', 'os.system("s")');
    repository.commit('odd');
    expect(await found('HEAD')).toEqual([]);
    expect(await found('HEAD~1')).toEqual(['app/größe x.py:2 os.system', 'app/script:3 os.system']);
  });

  it('a comment that is taken away brings its finding', async () => {
    repository.write('app/a.py', 'import os', 'def f(c):', '    os.system(c)  # pyaudit: ignore[os.system]');
    repository.commit('suppressed');
    repository.write('app/a.py', 'import os', 'def f(c):', '    os.system(c)');
    expect(await found('HEAD')).toEqual(['app/a.py:3 os.system']);
  });

  it.each([
    ['nowhere', 'there is no commit `nowhere` here; `git rev-parse nowhere` must give a commit'],
    ['--all', 'there is no commit `--all` here'],
    ['HEAD:app', 'there is no commit `HEAD:app` here'],
  ])('the revision %s is refused', async (revision, message) => {
    await expect(run(revision)).rejects.toThrow(message);
  });

  it('a shallow clone says how to deepen it', async () => {
    repository.write('app/b.py', 'y = 2');
    repository.commit('second');
    const clone = new GitRepository();
    try {
      spawnSync('git', ['clone', '-q', '--depth=1', `file://${repository.root}`, join(clone.root, 'c')]);
      await expect(run('HEAD~1', {}, join(clone.root, 'c'))).rejects.toThrow(
        'there is no commit `HEAD~1` here: the clone is shallow, so history is missing; run `git fetch --unshallow`, or give actions/checkout `fetch-depth: 0`',
      );
    } finally {
      clone.delete();
    }
  });

  it('a folder outside of any repository says so', async () => {
    const outside = realpathSync('/usr');
    await expect(run('HEAD', { paths: [`${outside}/bin`] })).rejects.toThrow(
      'the paths are in no git repository',
    );
  });

  it('nothing that the repository configures is run', async () => {
    const mark = join(repository.root, 'ran');
    repository.git('config', 'core.fsmonitor', `touch ${mark}`);
    repository.git('config', 'core.sshCommand', `touch ${mark}`);
    repository.git('config', 'diff.external', `touch ${mark}`);
    repository.write('.gitattributes', '*.py filter=run');
    repository.git('config', 'filter.run.smudge', `touch ${mark}`);
    await run('HEAD');
    expect(spawnSync('ls', [mark]).status).not.toBe(0);
  });
});
