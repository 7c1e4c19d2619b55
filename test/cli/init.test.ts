import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitRepository, HAS_GIT } from '../git-repository.ts';
import { inRepository } from './in-repository.ts';
import { PLUGIN } from './shell-plugin.ts';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
  repository.write('app/a.py', 'import os', 'os.system("x")');
});
afterEach(() => repository.delete());

const WORKFLOW = '.github/workflows/pyaudit-lint.yml';
const FILES = ['pyaudit-lint.toml', 'pyaudit-baseline.jsonl', WORKFLOW];
const text = (path: string) => readFileSync(join(repository.root, path), 'utf8');
const there = () => FILES.filter((path) => existsSync(join(repository.root, path)));
const PLAN = `new: pyaudit-lint.toml, the configuration
new: pyaudit-baseline.jsonl, the baseline: every finding of today is accepted
new: ${WORKFLOW}, a workflow of GitHub Actions that checks pull requests
`;

describe.skipIf(!HAS_GIT)('init', () => {
  it('writes configuration, baseline and workflow, and the project is clean', async () => {
    const { code, out, err } = await inRepository(repository, ['init', '--yes']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`${PLAN}written; the baseline accepts 1 finding
next:
  1. commit pyaudit-lint.toml, pyaudit-baseline.jsonl, ${WORKFLOW}
  2. run \`pyaudit-lint\`: only what is new is shown from now on
  3. look through the baseline when there is time: each line is a place that nobody has judged yet
`);
    expect(text('pyaudit-lint.toml')).toContain('\nbaseline = "pyaudit-baseline.jsonl"\n');
    expect(text(WORKFLOW)).toMatch(
      /\n {6}- uses: pyaudit\/pyaudit-lint@v1\.2\.3\n {8}with:\n {10}baseline: "pyaudit-baseline\.jsonl"\n$/,
    );
    const after = await inRepository(repository, ['--format', 'concise']);
    expect([after.code, after.err]).toEqual([0, '']);
    expect(after.out).toContain('1 in the baseline');
  });

  it('asks first', async () => {
    const no = await inRepository(repository, ['init'], 'n');
    expect([no.code, no.out, there()]).toEqual([0, `${PLAN}nothing was written\n`, []]);
    expect((await inRepository(repository, ['init'], '')).out).toContain('nothing was written');
    const nobody = await inRepository(repository, ['init']);
    expect([nobody.code, nobody.err, there()]).toEqual([
      2,
      'pyaudit-lint: nobody is there to be asked; give --yes to write these files\n',
      [],
    ]);
    expect((await inRepository(repository, ['init'], 'Yes')).code).toBe(0);
    expect(there()).toEqual(FILES);
  });

  it('overwrites nothing, and says what is left', async () => {
    repository.write('pyproject.toml', '[tool.pyaudit-lint]', 'preset = "strict"');
    repository.write(WORKFLOW, 'name: ours');
    const { code, out } = await inRepository(repository, ['init', 'app', '--yes']);
    expect(code).toBe(0);
    expect(out).toBe(`the configuration is there (pyproject.toml), and stays as it is
${WORKFLOW} is there, and stays as it is
new: pyaudit-baseline.jsonl, the baseline: every finding of today is accepted
written; the baseline accepts 1 finding
next:
  1. add \`baseline = "pyaudit-baseline.jsonl"\` to your configuration
  2. commit pyaudit-baseline.jsonl
  3. run \`pyaudit-lint\`: only what is new is shown from now on
  4. look through the baseline when there is time: each line is a place that nobody has judged yet
`);
    expect(text(WORKFLOW)).toBe('name: ours\n');
    const again = await inRepository(repository, ['init']);
    expect(again.out).toContain('nothing to write; `pyaudit-lint` checks the project\n');
  });

  it('names folders in the workflow', async () => {
    repository.write('my app/a.py', 'x = 1');
    await inRepository(repository, ['init', 'app', 'my app', '--yes']);
    expect(text(WORKFLOW)).toContain(`          paths: "app 'my app'"\n`);
  });

  it('names plugins where the project is checked', async () => {
    repository.write('tools/my rules.mjs', PLUGIN);
    const words = ['init', '--yes', '--plugin', 'tools/my rules.mjs'];
    const { code, out } = await inRepository(repository, words);
    expect([code, out]).toEqual([0, expect.stringContaining('the baseline accepts 2 findings')]);
    expect(out).toContain("run `pyaudit-lint --plugin 'tools/my rules.mjs'`: only what is new is shown");
    expect(text(WORKFLOW)).toContain(`          plugins: "'tools/my rules.mjs'"\n`);
    expect((await inRepository(repository, words)).out).toContain(
      "nothing to write; `pyaudit-lint --plugin 'tools/my rules.mjs'` checks the project",
    );
  });

  it('says which plugins no checkout holds', async () => {
    repository.write('node_modules/rules/index.mjs', PLUGIN);
    const file = 'node_modules/rules/index.mjs';
    const { out } = await inRepository(repository, ['init', '--yes', '--plugin', file]);
    expect(out).toContain(`see to it that ${WORKFLOW} finds ${file}: a checkout does not hold it\n`);
    expect(text(WORKFLOW)).toContain(`          plugins: "${file}"\n`);
  });

  it('writes nothing if part of the run fails', async () => {
    const { code, err } = await inRepository(repository, ['init', 'app', 'nowhere', '--yes']);
    expect([code, there()]).toEqual([2, []]);
    expect(err).toContain('no baseline, since part of the run failed: nowhere: no such file or folder');
  });
});
