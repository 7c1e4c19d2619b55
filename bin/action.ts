/**
 * The one step of `action.yml` that does something: runs the tool on the checked-out repository, compares a pull
 * request with its base, and gives the reports, the summary and the exit status to the steps after it. It ends with
 * status 0 unless it was used wrongly: the last step fails, once the reports are uploaded.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandLine, type Reports } from './action/command.ts';
import { type Event, readEvent } from './action/event.ts';
import { InputError, type Inputs, readInputs } from './action/inputs.ts';
import { haveCommit, type Runner, runnerOf, runProgram, textOf } from './action/runner.ts';

const TROUBLE = 2;
const env = process.env;

/** The commit to compare with; undefined: everything counts as it stands. */
function baseOf(
  { diff, baseline }: Inputs,
  event: Event,
  folder: string,
  runner: Runner,
): string | undefined {
  if (diff === 'false' || baseline !== '') return undefined;
  if (event.base === undefined) {
    if (diff === 'true')
      runner.warning('diff: this event has no base to compare with; all findings are reported');
    return undefined;
  }
  if (haveCommit(folder, event.base)) return event.base;
  runner.warning(`the base ${event.base} cannot be fetched; all findings are reported, not only new ones`);
  return undefined;
}

interface Counted {
  readonly findings: readonly unknown[];
  readonly baseline?: { readonly accepted: number };
}

/** The numbers of the step's outputs, from the JSON report: what a comparison leaves there is new. */
function counts(json: string): { findings: number; fresh: number } {
  const { findings, baseline } = JSON.parse(json) as Counted;
  return { findings: findings.length + (baseline?.accepted ?? 0), fresh: findings.length };
}

function run(runner: Runner): void {
  const inputs = readInputs(env);
  const folder = resolve(env.GITHUB_WORKSPACE ?? '.', env.INPUT_WORKING_DIRECTORY ?? '.');
  const event = readEvent((env.GITHUB_EVENT_PATH && textOf(env.GITHUB_EVENT_PATH)) || '{}');
  const place = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'pyaudit-lint-'));
  const reports: Reports = {
    sarif: join(place, 'report.sarif'),
    json: join(place, 'report.json'),
    summary: join(place, 'summary.md'),
  };
  const base = baseOf(inputs, event, folder, runner);
  const args = commandLine(inputs, reports, base);
  const own = fileURLToPath(new URL('./main.js', import.meta.url));
  const status =
    (inputs.version === ''
      ? runProgram(process.execPath, [own, ...args], folder)
      : runProgram('npx', ['--yes', `pyaudit-lint@${inputs.version}`, ...args], folder)) ?? TROUBLE;
  const json = textOf(reports.json);
  if (json !== undefined) {
    const { findings, fresh } = counts(json);
    runner.output('findings', String(findings));
    runner.output('new-findings', String(fresh));
  }
  if (textOf(reports.sarif) !== undefined) runner.output('sarif-file', reports.sarif);
  const summary = textOf(reports.summary);
  if (summary !== undefined) runner.summary(summary);
  if (event.fork)
    runner.notice('a pull request from a fork may not write code scanning results; the upload is left out');
  runner.output('may-upload', String(!event.fork && textOf(reports.sarif) !== undefined));
  runner.output('status', String(status));
}

const runner = runnerOf(env);
try {
  run(runner);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  runner.error(error.message);
  process.exitCode = TROUBLE;
}
