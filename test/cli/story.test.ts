import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitRepository, HAS_GIT } from '../git-repository.ts';
import { inRepository } from './in-repository.ts';

const BASELINE = 'pyaudit-baseline.jsonl';

let repository: GitRepository;
const tool = (...argv: readonly string[]) => inRepository(repository, argv);
/** Text, SARIF and annotations of one run. */
async function gate() {
  const sarifFile = join(repository.root, '..', `${repository.root.split('/').at(-1)}.sarif`);
  const textFile = `${sarifFile}.txt`;
  const outputs = ['--output', `sarif=${sarifFile}`, '--output', `concise=${textFile}`];
  const { code, out, err } = await tool('--format', 'github', ...outputs);
  const log = JSON.parse(readFileSync(sarifFile, 'utf8')) as Log;
  const text = readFileSync(textFile, 'utf8').trimEnd().split('\n');
  for (const file of [sarifFile, textFile]) rmSync(file);
  return {
    code,
    err,
    text: text.slice(0, -1),
    summary: text.at(-1)!,
    annotations: out.split('\n').filter((line) => line.startsWith('::')),
    results: log.runs[0]!.results!,
  };
}
const cleanly = { code: 0, err: '', text: [], annotations: [], results: [] };

const APP = [
  'import os',
  'import subprocess',
  '',
  '',
  'def build(target):',
  "    os.system('make ' + target)",
];
const DEPLOY = ['', '', 'def deploy(host):', '    os.system(host)'];

describe.skipIf(!HAS_GIT)('a team adopts the tool', () => {
  beforeAll(() => {
    repository = new GitRepository();
    repository.write('app/run.py', ...APP, '    os.execv(target, [])');
    repository.write('pyaudit-lint.toml', `baseline = "${BASELINE}"`, 'require-reasons = true');
    repository.commit('what was there');
  });
  afterAll(() => repository.delete());

  it('adopts it with a baseline, and is clean', async () => {
    const { code, err } = await tool('--write-baseline');
    expect([code, err]).toEqual([
      0,
      `pyaudit-lint: ${BASELINE} accepts 2 findings; commit it, and name it with --baseline or in the configuration\n`,
    ]);
    repository.commit('baseline');
    const result = await gate();
    expect(result).toMatchObject(cleanly);
    expect(result.summary).toContain(', 2 in the baseline');
    const folded = /^inventory: \d+ events at \d+ places, which --preset inventory lists\n\n.*\n$/;
    expect((await tool()).out).toMatch(folded);
    expect((await tool('--preset', 'inventory')).out).toMatch(/^ {2}os\.system +1 /m);
  });

  it('adds a call in a branch: one new finding, in every format, and exit status 1', async () => {
    repository.git('checkout', '-q', '-b', 'deploy');
    repository.write('app/run.py', ...APP, '    os.execv(target, [])', ...DEPLOY);
    const { code, text, annotations, results } = await gate();
    expect(code).toBe(1);
    expect(text).toEqual([
      expect.stringMatching(/^app\/run\.py:11:8: warning os\.system\(command=\?\) PYA\d{4}$/),
    ]);
    expect(annotations).toEqual([
      expect.stringMatching(
        /^::warning file=app\/run\.py,line=11,endLine=11,col=8,endColumn=14,title=os\.system /,
      ),
    ]);
    expect(
      results.map(({ level, baselineState, locations, suppressions }) => [
        level,
        baselineState,
        locations![0]!.physicalLocation!.region!.startLine,
        suppressions,
      ]),
    ).toEqual([['warning', 'new', 11, undefined]]);
  });

  it('sees the same against the branch it comes from', async () => {
    for (const revision of ['main', 'main...']) {
      const { code, out } = await tool('--baseline-commit', revision, '--format', 'concise');
      expect([code, out.split('\n').length - 2]).toEqual([1, 1]);
      expect(out).toMatch(/^app\/run\.py:11:8: warning os\.system\(command=\?\) /);
    }
  });

  it('suppresses it with a reason: clean, and on record', async () => {
    const refused = await tool('--add-ignore');
    expect([refused.code, refused.err]).toEqual([
      2,
      'pyaudit-lint: --add-ignore wants --reason TEXT here, since `require-reasons` is on\n',
    ]);
    const { code, err } = await tool('--add-ignore', '--reason', 'hosts come from our own list');
    expect([code, err]).toEqual([0, 'pyaudit-lint: wrote 1 comment for 1 finding into 1 file\n']);
    expect(readFileSync(join(repository.root, 'app/run.py'), 'utf8')).toContain(
      '    os.system(host)  # pyaudit: ignore[os.system] -- hosts come from our own list\n',
    );
    const result = await gate();
    expect(result).toMatchObject(cleanly);
    expect(result.summary).toContain('1 suppressed by a comment');
    const { accepted } = JSON.parse((await tool('--format', 'json')).out);
    expect(
      accepted.map(({ line, acceptance }: { line: number; acceptance: unknown }) => [line, acceptance]),
    ).toEqual([
      [6, { by: 'baseline' }],
      [7, { by: 'baseline' }],
      [11, { by: 'comment', line: 11, reason: 'hosts come from our own list' }],
    ]);
    const log = JSON.parse((await tool('--format', 'sarif', '--show-accepted')).out) as Log;
    expect(log.runs[0]!.results!.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'external', justification: 'In the baseline.' }],
      [{ kind: 'external', justification: 'In the baseline.' }],
      [{ kind: 'inSource', justification: 'hosts come from our own list' }],
    ]);
    repository.commit('deploys');
  });

  it('removes the call: the suppression is reported as unused', async () => {
    const path = join(repository.root, 'app/run.py');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('os.system(host)', 'print(host)'));
    const { code, text: lines, results, annotations } = await gate();
    expect([code, results.length, annotations.length]).toEqual([1, 1, 1]);
    expect(lines).toEqual([
      'app/run.py:11:18: warning unused-suppression: Nothing in its reach raises `os.system`; remove the comment. PYA3001',
    ]);
    repository.git('checkout', '-q', '--', '.');
  });

  it('renames the file and moves lines: the baseline holds', async () => {
    repository.move('app/run.py', 'app/tools/build.py');
    const path = join(repository.root, 'app/tools/build.py');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      `"""Builds."""\n\n${text.replace('    os.execv(target, [])', '    # list\n    os.execv( target, [ ] )')}`,
    );
    expect(await gate()).toMatchObject(cleanly);
    repository.commit('moved');
  });

  it('copies the call: the copy is new', async () => {
    repository.write('app/other.py', ...APP);
    const { code, text, results } = await gate();
    expect([code, results.length]).toEqual([1, 1]);
    expect(text).toEqual([expect.stringMatching(/^app\/other\.py:6:8: warning os\.system\(command=\?\) /)]);
    repository.remove('app/other.py');
  });

  it('removes what the baseline accepts: stale until it is pruned', async () => {
    const path = join(repository.root, 'app/tools/build.py');
    writeFileSync(path, readFileSync(path, 'utf8').replace("    os.system('make ' + target)", '    pass'));
    const { code, text } = await gate();
    expect(code).toBe(1);
    expect(text).toEqual([
      `${BASELINE}:4:1: warning stale-baseline-entry: \`os.system\` in \`build\` of app/run.py is gone, so the entry must go: run once with --prune-baseline. PYA3004`,
    ]);
    const pruned = await tool('--prune-baseline');
    expect([pruned.code, pruned.err]).toEqual([
      0,
      `pyaudit-lint: ${BASELINE} is pruned; it accepts 1 finding\n`,
    ]);
    expect(await gate()).toMatchObject(cleanly);
  });
});
