import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitRepository, HAS_GIT } from '../git-repository.ts';
import { inRepository } from './in-repository.ts';
import { PLUGIN } from './shell-plugin.ts';

const HOOK = [
  'import functools, os, sys',
  'def refuse(event, args):',
  '    raise ValueError',
  'sys.addaudithook(refuse)',
  'os.system("ls")',
];
const FILE = 'pyaudit-baseline.jsonl';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
  repository.write('app.py', ...HOOK);
  repository.write('rules.mjs', PLUGIN);
});
afterEach(() => repository.delete());
const run = (...words: string[]) => inRepository(repository, ['--format', 'concise', '--isolated', ...words]);
const withPlugin = (...words: string[]) => run('--plugin', 'rules.mjs', ...words);
const baseline = () => readFileSync(join(repository.root, FILE), 'utf8');

describe.skipIf(!HAS_GIT)('findings of rules beyond the table', () => {
  it('are no news where a revision had them', async () => {
    repository.commit('a hook that refuses');
    const said = await withPlugin();
    for (const name of ['late-hook', 'unsafe-hook', 'no-shell', 'os.system'])
      expect(said.out).toContain(name);
    const same = await withPlugin('--baseline-commit', 'HEAD');
    expect(same.code).toBe(0);
    expect(same.out).not.toMatch(/^app\.py/m);
    repository.write('app.py', ...HOOK, 'os.system("date")');
    const more = await withPlugin('--baseline-commit', 'HEAD', '--select', 'no-shell,late-hook');
    expect(more.out.match(/^app\.py.*/gm)).toEqual([
      'app.py:6:4: warning no-shell ACME0001 Do not start a shell.',
    ]);
  });

  it.each([
    ['--select', 'os.system,stale-baseline-entry'],
    ['--select', 'os.system'],
    ['--preset', 'inventory'],
    ['--ignore', 'late-hook,unsafe-hook,no-shell'],
  ])('are not called gone by a run that is not asked for them: %s %s', async (...words) => {
    await withPlugin('--write-baseline');
    const before = baseline();
    const { code, out } = await withPlugin('--baseline', FILE, ...words);
    expect([code, out]).toEqual([0, expect.not.stringContaining('gone')]);
    await withPlugin('--prune-baseline', ...words);
    expect(baseline()).toBe(before);
  });

  it('leave comments their use where the rules do not run', async () => {
    repository.write('app.py', 'import os', 'os.sep  # pyaudit: ignore[late-hook, no-shell, PYA301*]', '');
    expect((await withPlugin()).out).toContain('Nothing in its reach raises `late-hook`');
    const { code, out } = await withPlugin('--select', 'os.system,unused-suppression');
    expect([code, out]).toEqual([0, expect.not.stringContaining('Nothing in its reach')]);
  });

  it('are counted where pruning keeps them unseen', async () => {
    await withPlugin('--write-baseline');
    const before = baseline();
    const { code, err } = await run('--prune-baseline');
    expect([code, err, baseline()]).toEqual([
      0,
      `pyaudit-lint: ${FILE} is pruned; it accepts 4 findings, and keeps 1 more that this run cannot judge\n`,
      before,
    ]);
    expect((await withPlugin('--prune-baseline')).err).toBe(
      `pyaudit-lint: ${FILE} is pruned; it accepts 5 findings\n`,
    );
  });
});

describe.skipIf(!HAS_GIT)('the category of plugins', () => {
  beforeEach(() => {
    repository.write('app.py', 'import os', 'os.sep  # pyaudit: ignore[category:plugin] -- known', '');
    repository.write('pyaudit-lint.toml', '[levels]', '"category:plugin" = "error"');
  });
  const here = (...words: string[]) => inRepository(repository, ['--format', 'concise', ...words]);

  it('may be named where there is none', async () => {
    expect(await here()).toMatchObject({
      code: 0,
      out: expect.not.stringContaining('suppression'),
      err: 'pyaudit-lint: `category:plugin` of the configuration names no rule of this run; if a plugin has what is meant, name it with --plugin\n',
    });
  });

  it('is that of its rules where there is one', async () => {
    const { code, out, err } = await here('--plugin', 'rules.mjs');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('Nothing in its reach raises `category:plugin`; remove the comment');
    repository.write('app.py', 'import os', 'os.system("ls")');
    expect((await here('--plugin', 'rules.mjs')).out).toContain('error no-shell');
  });

  it('is refused in a flag, with what to do', async () => {
    expect(await here('--select', 'category:plugin')).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        'no rule here is of the category `plugin`; a rule of a plugin is there with --plugin FILE',
      ),
    });
  });
});
