import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine } from '../../bin/action/command.ts';
import { readEvent } from '../../bin/action/event.ts';
import { readInputs, words } from '../../bin/action/inputs.ts';
import { PLUGIN } from '../cli/shell-plugin.ts';
import { actionAt, runAction } from './composite.ts';
import { git, HAS_GIT, rehearse, scratch, VERSION } from './rehearsal.ts';

describe('inputs', () => {
  it('are split at blanks that no quotes keep', () => {
    expect(words(`--preset strict  'my app' --config="a b"\n--platform linux`)).toEqual([
      '--preset',
      'strict',
      'my app',
      '--config=a b',
      '--platform',
      'linux',
    ]);
  });

  it('are refused with what to write instead', () => {
    expect(() => readInputs({ INPUT_DIFF: 'yes' })).toThrow('diff: "yes" is none of auto, true, false');
    expect(() => readInputs({ INPUT_VERSION: '1; rm -rf /' })).toThrow(
      'version: "1; rm -rf /" is no version',
    );
  });

  it("become arguments, the author's own last", () => {
    const inputs = readInputs({
      INPUT_PATHS: 'src tools',
      INPUT_PLUGINS: "tools/no-shell.mjs 'my rules.mjs'",
      INPUT_ARGS: '--preset strict',
      INPUT_FAIL_ON: 'note',
    });
    const reports = { sarif: 's', json: 'j', summary: 'm' };
    expect(commandLine(inputs, reports, 'abc').join(' ')).toBe(
      'check --format github --output sarif=s --output json=j --output markdown=m --baseline-commit abc --fail-on note --plugin tools/no-shell.mjs --plugin my rules.mjs --preset strict -- src tools',
    );
    expect(commandLine({ ...inputs, baseline: 'b.json' }, reports, 'abc')).toContain('--baseline');
  });
});

describe('the event', () => {
  const repository = { full_name: 'us/app' };
  it('has a base in pull requests and merge queues', () => {
    const pull = { base: { sha: 'abc' }, head: { repo: { full_name: 'us/app' } } };
    expect(readEvent(JSON.stringify({ pull_request: pull, repository }))).toEqual({
      base: 'abc',
      fork: false,
    });
    expect(readEvent(JSON.stringify({ merge_group: { base_sha: 'def' }, repository }))).toEqual({
      base: 'def',
      fork: false,
    });
    expect(readEvent(JSON.stringify({ repository }))).toEqual({ fork: false });
  });

  it('may come from a fork, also from one that is gone', () => {
    for (const repo of [{ full_name: 'them/app' }, null])
      expect(
        readEvent(JSON.stringify({ pull_request: { base: { sha: 'a' }, head: { repo } }, repository })).fork,
      ).toBe(true);
  });
});

describe.runIf(HAS_GIT)('the action', () => {
  const { folder, remove } = scratch();
  const [release, app, checkout] = ['release', 'app', 'checkout'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  let base = '';
  let turn = 0;
  const act = (inputs: Readonly<Record<string, string>>, event: object) =>
    runAction({ folder: release, scratch: join(folder, `turn${turn++}`) }, checkout, inputs, event);
  const pull = (more: object = {}) => ({
    repository: { full_name: 'us/app' },
    pull_request: { base: { sha: base }, head: { repo: { full_name: 'us/app' } }, ...more },
  });

  beforeAll(() => {
    rehearse(release);
    git(release, '-c', 'advice.detachedHead=false', 'checkout', '--quiet', `v${VERSION}`);
    mkdirSync(app);
    git(app, 'init', '--quiet', '--initial-branch', 'main');
    writeFileSync(join(app, 'old.py'), 'import os\n\nos.system("date")\n');
    git(app, 'add', '.');
    git(app, 'commit', '--quiet', '--message', 'base');
    base = git(app, 'rev-parse', 'HEAD');
    git(app, 'checkout', '--quiet', '-b', 'change');
    writeFileSync(join(app, 'new.py'), 'import os\n\nos.system("ls")\n');
    git(app, 'add', '.');
    git(app, 'commit', '--quiet', '--message', 'head');
    // As actions/checkout does: the newest commit alone, so that the base has to be fetched.
    git(folder, 'clone', '--quiet', '--depth=1', '--branch', 'change', `file://${app}`, checkout);
  });
  afterAll(remove);

  it('says what each input and output is for', () => {
    const { inputs, outputs } = actionAt(release);
    expect(Object.keys(inputs)).toEqual(
      'version paths plugins args fail-on baseline diff format upload-sarif category working-directory'.split(
        ' ',
      ),
    );
    expect(Object.keys(outputs)).toEqual(['sarif-file', 'findings', 'new-findings']);
    for (const { description } of [...Object.values(inputs), ...Object.values(outputs)])
      expect(description).not.toBe('');
  });

  it('reports and fails for what a pull request adds, and nothing else', () => {
    const { status, log, outputs, summary, used } = act({}, pull());
    expect(status).toBe(1);
    expect(log.match(/^::(?:error|warning) .*/gm)).toEqual([expect.stringMatching(/file=new\.py,line=3,/)]);
    expect(outputs['new-findings']).toBe('1');
    expect(summary).toContain('os.system');
    expect(used).toEqual([
      {
        uses: expect.stringMatching(/^github\/codeql-action\/upload-sarif@v\d+$/),
        with: { sarif_file: outputs['sarif-file'], category: 'pyaudit-lint' },
      },
    ]);
    const sarif = JSON.parse(readFileSync(outputs['sarif-file']!, 'utf8')) as {
      runs: { results: unknown[] }[];
    };
    expect(sarif.runs[0]!.results.length).toBeGreaterThan(0);
  });

  it('reports everything on a push', () => {
    const { status, outputs } = act({}, { repository: { full_name: 'us/app' } });
    expect([status, outputs.findings, outputs['new-findings']]).toEqual([1, '2', '2']);
  });

  it('uploads nothing from a fork, and says so', () => {
    const { status, log, used } = act({}, pull({ head: { repo: { full_name: 'them/app' } } }));
    expect([status, used]).toEqual([1, []]);
    expect(log).toContain('::notice::a pull request from a fork');
  });

  it('falls back to everything where the base is gone', () => {
    const { log, outputs } = act({}, pull({ base: { sha: '0123456789012345678901234567890123456789' } }));
    expect(log).toContain('::warning::the base 0123456789012345678901234567890123456789 cannot be fetched');
    expect(outputs['new-findings']).toBe('2');
  });

  it('passes when nothing reaches the level to fail on', () => {
    expect(act({ 'fail-on': 'none', 'upload-sarif': 'false' }, pull())).toMatchObject({
      status: 0,
      used: [],
    });
  });

  it('runs in the folder it is told, with the arguments it is given', () => {
    mkdirSync(join(checkout, 'sub'), { recursive: true });
    writeFileSync(join(checkout, 'sub', 'm.py'), 'open("out.txt", "w")\n');
    const { status, outputs } = act(
      { 'working-directory': 'sub', args: '--preset strict --select open', diff: 'false' },
      {},
    );
    expect([status, outputs.findings]).toEqual([1, '1']);
  });

  it('runs rules of the repository, on the base too', () => {
    mkdirSync(join(checkout, 'tools'), { recursive: true });
    writeFileSync(join(checkout, 'tools', 'no shell.mjs'), PLUGIN);
    const { status, log, outputs } = act(
      { plugins: "'tools/no shell.mjs'", args: '--select no-shell' },
      pull(),
    );
    expect([status, outputs.findings, outputs['new-findings']]).toEqual([1, '2', '1']);
    expect(log.match(/^::(?:error|warning) .*/gm)).toEqual([
      expect.stringMatching(/file=new\.py,line=3,.*Do not start a shell/),
    ]);
  });

  it('ends with 2 for an input it cannot use', () => {
    const { status, log } = act({ diff: 'maybe' }, {});
    expect([status, log]).toEqual([2, '::error::diff: "maybe" is none of auto, true, false\n']);
  });
});
