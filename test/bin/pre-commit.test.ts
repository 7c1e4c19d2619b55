import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLUGIN } from '../cli/shell-plugin.ts';
import { git, HAS_GIT, rehearse, scratch, VERSION } from './rehearsal.ts';

/**
 * The pre-commit programs at hand: the one on the path, and any whose sources lie in `PRE_COMMIT_SOURCES`, folders
 * separated by colons, to try other versions (by `PRE_COMMIT_PYTHON`, a Python with what they need).
 */
function programs(): {
  readonly name: string;
  readonly command: readonly string[];
  readonly path?: string;
}[] {
  const found = [{ command: ['pre-commit'] as readonly string[], path: undefined as string | undefined }];
  for (const path of (process.env.PRE_COMMIT_SOURCES ?? '').split(':').filter(Boolean))
    found.push({ command: [process.env.PRE_COMMIT_PYTHON ?? 'python3', '-m', 'pre_commit'], path });
  return found.flatMap(({ command, path }) => {
    const env = path === undefined ? process.env : { ...process.env, PYTHONPATH: path };
    const { status, stdout } = spawnSync(command[0]!, [...command.slice(1), '--version'], {
      encoding: 'utf8',
      env,
    });
    return status === 0 ? [{ name: stdout.trim(), command, ...(path === undefined ? {} : { path }) }] : [];
  });
}

const found = HAS_GIT ? programs() : [];
if (found.length === 0)
  console.warn('skipped: no pre-commit on the path, or no git repository to release from');

/** Runs without a network where the system lets us; npm is told to do without in any case. */
const CUT = spawnSync('unshare', ['--net', 'true']).status === 0 ? ['unshare', '--net'] : [];

describe.each(found)('$name', ({ command, path }) => {
  const { folder, remove } = scratch();
  const [release, project] = [join(folder, 'release'), join(folder, 'project')];
  const env = {
    ...process.env,
    ...(path === undefined ? {} : { PYTHONPATH: path }),
    PRE_COMMIT_HOME: join(folder, 'home'),
    npm_config_offline: 'true',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const run = (...args: readonly string[]) => {
    const [program, ...rest] = [...CUT, ...args];
    const { status, stdout, stderr } = spawnSync(program!, rest, { cwd: project, encoding: 'utf8', env });
    return { status, output: stdout + stderr };
  };
  const write = (name: string, text: string) => writeFileSync(join(project, name), text);
  /** Each hook a line of YAML, with what belongs to it. */
  const configure = (...ids: readonly string[]) => {
    const hooks = ids.map((id) => `      - id: ${id}\n`).join('');
    write(
      '.pre-commit-config.yaml',
      `repos:\n  - repo: ${release}\n    rev: v${VERSION}\n    hooks:\n${hooks}`,
    );
  };
  const commit = () => {
    git(project, 'add', '--all');
    return run('git', 'commit', '--quiet', '--message', 'change');
  };

  beforeAll(() => {
    rehearse(release);
    mkdirSync(project);
    git(project, 'init', '--quiet');
    configure('pyaudit-lint', 'pyaudit-lint-project');
    write('quiet.py', 'print("nothing")\n');
    const { status, output } = run(...command, 'install', '--install-hooks');
    expect([status, output]).toEqual([0, expect.stringContaining('Installing environment')]);
  });
  afterAll(remove);

  it('lets a commit pass that raises nothing', () => {
    expect(commit()).toMatchObject({ status: 0 });
  });

  it('refuses a commit that starts a process, in the file that was changed', () => {
    write('shell.py', 'import os\n\nos.system(input())\n');
    const { status, output } = commit();
    expect(status).toBe(1);
    expect(output).toMatch(/^pyaudit-lint\.+Failed$/m);
    expect(output).toMatch(/^pyaudit-lint \(whole project\)\.+Failed$/m);
    expect(output).toMatch(/^shell\.py\n {2}3:4 {2}warning {2}os\.system\(command=\?\) {2}PYA1013$/m);
  });

  it('takes the commit once the call is gone', () => {
    write('shell.py', 'import os\n\nprint(os.getpid())\n');
    expect(commit()).toMatchObject({ status: 0 });
    expect(run(...command, 'run', '--all-files')).toMatchObject({ status: 0 });
  });

  it('reports the changed files alone by the first hook', () => {
    write('shell.py', 'import os\n\nos.system(input())\n');
    git(project, 'add', '--all');
    git(project, 'commit', '--quiet', '--no-verify', '--message', 'unseen');
    write('quiet.py', 'print("still nothing")\n');
    const { output } = commit();
    expect(output).toMatch(/^pyaudit-lint\.+Passed$/m);
    expect(output).toMatch(/^pyaudit-lint \(whole project\)\.+Failed$/m);
  });

  it('runs rules of the project', () => {
    write('no-shell.mjs', PLUGIN);
    configure('pyaudit-lint\n        args: [--plugin, no-shell.mjs, --select, no-shell]');
    write('shell.py', 'import os\n\nos.system("ls")\n');
    const { status, output } = commit();
    expect([status, output]).toEqual([1, expect.stringContaining('3:4  warning  no-shell  ACME0001')]);
  });
});
