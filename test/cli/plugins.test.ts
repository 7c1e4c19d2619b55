import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GitRepository, HAS_GIT } from '../git-repository.ts';
import { inRepository } from './in-repository.ts';
import { PLUGIN } from './shell-plugin.ts';

let repository: GitRepository;
beforeEach(() => {
  repository = new GitRepository();
  repository.write('app.py', 'import os', 'os.system("ls")', 'os.popen("ls")');
  repository.write('rules.mjs', PLUGIN);
});
afterEach(() => repository.delete());
const run = (...words: string[]) => inRepository(repository, ['--format', 'concise', ...words]);

describe.skipIf(!HAS_GIT)('a run without the plugin that a project has rules of', () => {
  it('goes on, and tells what its configuration may mean', async () => {
    repository.write(
      'pyaudit-lint.toml',
      'ignore = ["ACME0001"]',
      '[levels]',
      'no-shell = "error"',
      '[rule-options.no-shell]',
      'callees = ["os.popen"]',
    );
    const { code, err } = await run();
    expect([code, err]).toEqual([
      1,
      'pyaudit-lint: `ACME0001`, `no-shell` of the configuration name no rules of this run; if a plugin has what is meant, name it with --plugin\n',
    ]);
    expect(await run('--plugin', 'rules.mjs')).toMatchObject({ code: 1, err: '' });
    expect(await run('--show-settings')).toMatchObject({ code: 0, err: '' });
  });

  it('is told of a plugin where a flag asks for its rule', async () => {
    const { code, err } = await run('--select', 'no-shell');
    expect([code, err]).toEqual([
      2,
      'pyaudit-lint: --select: there is no event or code `no-shell`; a rule of a plugin is there with --plugin FILE; `pyaudit-lint events` lists them\n',
    ]);
  });

  it('still refuses what is like a name of ours', async () => {
    repository.write('pyaudit-lint.toml', '[levels]', 'late-hok = "error"', '"os.sistem" = "error"');
    const { code, err } = await run();
    expect([code, err]).toEqual([2, expect.stringContaining('did you mean `late-hook`?')]);
    expect(err).toContain('did you mean `os.system`?');
  });

  it('leaves comments for the plugin alone', async () => {
    repository.write('app.py', 'import os', 'os.sep  # pyaudit: ignore[no-shell, ACME0001] -- known', '');
    expect(await run()).toMatchObject({ code: 0, out: expect.not.stringContaining('suppression') });
    const { out } = await run('--plugin', 'rules.mjs');
    expect(out).toContain('Nothing in its reach raises `no-shell` or `ACME0001`; remove the comment');
    expect((await run('--plugin', 'rules.mjs', '--select', 'os.system')).out).not.toContain('suppression');
  });

  it('calls no entry of a baseline stale that is of the plugin', async () => {
    await run('--plugin', 'rules.mjs', '--write-baseline');
    expect(await run('--baseline', 'pyaudit-baseline.jsonl')).toMatchObject({ code: 0, err: '' });
    repository.write('app.py', 'import os', 'print()', 'os.popen("ls")');
    const { out } = await run('--baseline', 'pyaudit-baseline.jsonl');
    expect(out).toContain('`os.system` in app.py is gone');
    expect(out).not.toContain('no-shell');
    expect((await run('--baseline', 'pyaudit-baseline.jsonl', '--plugin', 'rules.mjs')).out).toContain(
      '`no-shell` in app.py is gone',
    );
  });
});

describe.skipIf(!HAS_GIT)('commands beside check', () => {
  it('explain the rule of a plugin', async () => {
    const { code, out } = await inRepository(repository, ['explain', 'no-shell', '--plugin', 'rules.mjs']);
    expect(code).toBe(0);
    expect(out).toMatch(/^no-shell {2}ACME0001[\s\S]*Use a list of arguments\./);
    expect(await inRepository(repository, ['explain', 'no-shell'])).toMatchObject({ code: 2 });
  });

  it('explain the options and messages of a rule, of a plugin and of our own', async () => {
    const explained = async (...words: string[]) =>
      (await inRepository(repository, ['explain', ...words])).out;
    expect(await explained('no-shell', '--plugin', 'rules.mjs')).toMatch(
      /\n\noptions, in \[rule-options\.no-shell\]\n {2}callees: array of string\n\nmessages\n {2}shell\n {4}Do not start a shell\.\n$/,
    );
    const own = await explained('unsafe-hook');
    expect(own).toContain(
      'options, in [rule-options.unsafe-hook]\n  refuses: boolean\n    Hooks of the project',
    );
    expect(own).toContain('\n  waits\n    The hook `{{hook}}` may wait');
    const json = await explained('no-shell', '--plugin', 'rules.mjs', '--format', 'json');
    expect((JSON.parse(json) as { rules: readonly unknown[] }).rules).toEqual([
      expect.objectContaining({
        messages: { shell: 'Do not start a shell.' },
        options: expect.objectContaining({ type: 'object' }),
      }),
    ]);
  });

  it('tell why a line has a finding of one', async () => {
    const { code, out } = await inRepository(repository, [
      'why',
      'app.py:2',
      'no-shell',
      '--plugin',
      'rules.mjs',
    ]);
    expect(code).toBe(0);
    expect(out).toContain('no-shell  ACME0001\n  Do not start a shell.');
  });

  it('write a baseline with its findings', async () => {
    await inRepository(repository, ['init', '--yes', '--plugin', 'rules.mjs']);
    expect(await run('--plugin', 'rules.mjs', '--baseline', 'pyaudit-baseline.jsonl')).toMatchObject({
      code: 0,
    });
  });
});

describe.skipIf(!HAS_GIT)('--plugin', () => {
  it('runs the rules of a module, which may be selected by code and name', async () => {
    const { code, out } = await run('--plugin', 'rules.mjs', '--select', 'no-shell');
    expect([code, out.split('\n')[0]]).toEqual([
      1,
      'app.py:2:4: warning no-shell ACME0001 Do not start a shell.',
    ]);
    expect((await run('--plugin', 'rules.mjs', '--select', 'ACME*')).out).toContain('no-shell');
  });

  it('has no place in a file of the project, whose code would run', async () => {
    repository.write('pyaudit-lint.toml', 'plugin = ["rules.mjs"]');
    const { code, err } = await run();
    expect([code, err]).toEqual([2, expect.stringContaining('give it on the command line')]);
  });

  it('gives rules their options, and refuses what they do not have', async () => {
    repository.write('pyaudit-lint.toml', '[rule-options.no-shell]', 'callees = ["os.popen"]');
    const { out } = await run('--plugin', 'rules.mjs', '--select', 'no-shell');
    expect(out.split('\n')[0]).toBe('app.py:3:4: warning no-shell ACME0001 Do not start a shell.');
    repository.write('pyaudit-lint.toml', '[rule-options.no-shell]', 'callee = 1', '[rule-options.late-hok]');
    const { code, err } = await run('--plugin', 'rules.mjs');
    expect(code).toBe(2);
    expect(err).toContain('`rule-options.no-shell` must NOT have additional properties: `callee`');
    expect(err).toContain('`rule-options`: there is no rule `late-hok` (did you mean `late-hook`?)');
  });

  it.each([
    ['no module', 'gone.mjs', undefined, 'cannot be loaded: there is no file '],
    ['a module that fails', 'fails.mjs', '\nnull.x;', 'fails.mjs:2:6)'],
    [
      "an event's name",
      'exec.mjs',
      PLUGIN.replace('no-shell', 'exec'),
      '`meta.name` is `exec`, as PYA1103 is called',
    ],
    [
      'a module without rules',
      'empty.mjs',
      'export const x = 1;',
      'has no rules; export one, or a list of them, as default',
    ],
    ['what is no rule', 'odd.mjs', 'export default { meta: {} };', 'rule 1: `create` is no function'],
    [
      'a code of ours',
      'ours.mjs',
      PLUGIN.replace('ACME0001', 'PYA1013'),
      "codes with PYA are pyaudit-lint's own",
    ],
    [
      'a name that is taken',
      'taken.mjs',
      PLUGIN.replace('no-shell', 'late-hook'),
      'share a code or a name; change one',
    ],
  ])('refuses %s', async (_, file, text, message) => {
    if (text !== undefined) repository.write(file, text);
    const { code, err } = await run('--plugin', file);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  it('keeps the findings of others where a rule reports what is none', async () => {
    const wrong = PLUGIN.replace("messageId: 'shell' }", "messageId: 'shell', witness: 'x' }");
    repository.write('bad.mjs', wrong);
    const { code, out, err } = await run('--plugin', 'bad.mjs');
    expect(out).toContain('app.py:2:4: warning os.system');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('rule no-shell, app.py: Error: `witness` is no list'),
    ]);
  });

  it('names a rule that throws, goes on with the others, and ends with 2', async () => {
    repository.write(
      'bad.mjs',
      PLUGIN.replace('Call: (call) => {', "Call: (call) => { throw new Error('no');")
        .replace('ACME0001', 'ACME0002')
        .replace('no-shell', 'bad'),
    );
    const { code, out, err } = await run('--plugin', 'rules.mjs', '--plugin', 'bad.mjs', '--select', 'ACME*');
    expect(out).toContain('no-shell');
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/rule bad, app\.py: Error: no \(\S*bad\.mjs:14:29\)\n/),
    ]);
  });
});
