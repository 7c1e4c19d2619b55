import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string; readonly description: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** What one run of the action did. */
export interface Ran {
  readonly status: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Actions of others that would have run, with what they were given. */
  readonly used: readonly { readonly uses: string; readonly with: Readonly<Record<string, string>> }[];
}

export const actionAt = (folder: string) => parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as Action;

type Values = ReadonlyMap<string, string>;

/** The part of GitHub's expressions that our action uses: names, texts, `==`, `!=`, `&&`, `always()`. */
function evaluate(expression: string, values: Values): string {
  const parts = expression.split('&&').map((part) => part.trim());
  if (parts.length > 1) return String(parts.every((part) => evaluate(part, values) === 'true'));
  const compared = expression.match(/^(.+?)\s*(==|!=)\s*(.+)$/);
  if (compared) {
    const equal = evaluate(compared[1]!.trim(), values) === evaluate(compared[3]!.trim(), values);
    return String(equal === (compared[2] === '=='));
  }
  if (expression === 'always()') return 'true';
  const text = expression.match(/^'(.*)'$/);
  if (text) return text[1]!;
  if (!/^[\w.-]+$/.test(expression)) throw new Error(`an expression this test cannot read: ${expression}`);
  return values.get(expression) ?? '';
}

const filled = (text: string, values: Values) =>
  text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => evaluate(expression, values));

function fields(file: string): [string, string][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
}

/**
 * Runs the steps of a composite action as the runner does, in a folder, with the given inputs and event. A step that
 * fails ends the run but for steps that ask for `always()`. Steps that use other actions are recorded.
 */
export function runAction(
  action: { readonly folder: string; readonly scratch: string },
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  event: object,
): Ran {
  const { inputs: declared, outputs, runs } = actionAt(action.folder);
  for (const name of Object.keys(inputs)) if (!(name in declared)) throw new Error(`no input ${name}`);
  const values = new Map([['github.action_path', action.folder]]);
  for (const [name, { default: usual }] of Object.entries(declared))
    values.set(`inputs.${name}`, inputs[name] ?? usual);
  mkdirSync(action.scratch, { recursive: true });
  const file = (name: string, text = '') => {
    writeFileSync(join(action.scratch, name), text);
    return join(action.scratch, name);
  };
  const runner = {
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    GITHUB_STEP_SUMMARY: file('summary.md'),
    RUNNER_TEMP: action.scratch,
  };
  let [status, log] = [0, ''];
  const used: { uses: string; with: Record<string, string> }[] = [];
  for (const step of runs.steps) {
    const wanted = step.if === undefined ? 'true' : filled(step.if, values);
    if (wanted !== 'true' || (status !== 0 && !step.if?.includes('always()'))) continue;
    const table = (entries: Readonly<Record<string, string>> | undefined) =>
      Object.fromEntries(Object.entries(entries ?? {}).map(([name, text]) => [name, filled(text, values)]));
    if (step.uses !== undefined) {
      used.push({ uses: step.uses, with: table(step.with) });
      continue;
    }
    const written = file('output');
    const ran = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', filled(step.run!, values)],
      {
        cwd: workspace,
        encoding: 'utf8',
        env: { ...process.env, ...runner, ...table(step.env), GITHUB_OUTPUT: written },
      },
    );
    log += ran.stdout + ran.stderr;
    status ||= ran.status ?? 1;
    for (const [name, value] of fields(written)) values.set(`steps.${step.id}.outputs.${name}`, value);
  }
  return {
    status,
    log,
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, { value }]) => [name, filled(value, values)]),
    ),
    summary: readFileSync(runner.GITHUB_STEP_SUMMARY, 'utf8'),
    used,
  };
}
