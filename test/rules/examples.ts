import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rules } from '../../rules/index.ts';
import type { EventRule, Raiser } from '../../src/model/catalogue.ts';
import {
  parseTargets,
  type TargetMask,
  VERSIONS,
  type Version,
  versionBits,
} from '../../src/model/targets.ts';

const run = promisify(execFile);
const runner = fileURLToPath(new URL('./run_examples.py', import.meta.url));
const pyodideRunner = fileURLToPath(new URL('./run-pyodide.mjs', import.meta.url));

/** A value that a program wrote down or an event carried, as `run_examples.py` tells it. */
export type Plain =
  | { readonly value: string | number | boolean | null }
  | { readonly bytes: string }
  | { readonly items: readonly Plain[] }
  | { readonly other: string };

export interface LiteralCall {
  readonly name: string | null;
  readonly args: readonly Plain[];
  readonly keywords: Readonly<Record<string, Plain>>;
}

export interface ExampleRun {
  readonly events: readonly (readonly [event: string, line: number])[];
  readonly error: string | null;
  /** Of the target event on the marked line. */
  readonly arguments: readonly Plain[] | null;
  readonly call: LiteralCall | null;
}

export interface Example {
  readonly id: string;
  readonly rule: EventRule;
  /** Absent: the rule's near miss. */
  readonly raiser?: Raiser;
  readonly code: string;
}

export interface Interpreter {
  readonly name: string;
  readonly version: Version;
  readonly results: ReadonlyMap<string, ExampleRun>;
}

/** Every example and near miss of the catalogue. */
export const examples: readonly Example[] = rules.flatMap((rule) => [
  ...rule.raisedBy.flatMap((raiser, index) =>
    raiser.example ? [{ id: `${rule.event}#${index}`, rule, raiser, code: raiser.example }] : [],
  ),
  { id: `${rule.event}!`, rule, code: rule.docs.nearMiss },
]);

/** The 1-based lines that end in `# raises`. */
export function markedLines(code: string): number[] {
  return code.split('\n').flatMap((line, index) => (line.endsWith('# raises') ? [index + 1] : []));
}

/** Where the raiser works. */
export const targetsOf = (rule: EventRule, raiser: Raiser): TargetMask =>
  parseTargets(raiser.targets ?? `${rule.raised}/${rule.platforms.join(',')}`);

/** Whether the raiser works in this version on Linux. */
export function works(rule: EventRule, raiser: Raiser, version: Version): boolean {
  return (versionBits(targetsOf(rule, raiser), 'linux') & (1 << VERSIONS.indexOf(version))) !== 0;
}

const jobs = () =>
  JSON.stringify(
    examples
      .filter(({ raiser }) => !raiser?.notRun)
      .map(({ id, rule, raiser, code }) => ({
        id,
        event: rule.event,
        code,
        stop: raiser?.stop === true,
        warm: raiser === undefined,
      })),
  );

/** Real interpreters: those of pyenv and those on the path, one per version that the data knows. */
export function findInterpreters(): Map<Version, string> {
  const found = new Map<Version, string>();
  const pyenv = join(homedir(), '.pyenv/versions');
  for (const folder of existsSync(pyenv) ? readdirSync(pyenv).sort() : []) {
    const version = VERSIONS.find((name) => folder.startsWith(`${name}.`));
    const program = join(pyenv, folder, 'bin/python');
    if (version && existsSync(program)) found.set(version, program);
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const version of VERSIONS) {
      const program = join(folder, `python${version}`);
      if (!found.has(version) && !folder.includes('shims') && existsSync(program))
        found.set(version, program);
    }
  }
  return found;
}

async function answer(
  name: string,
  program: string,
  words: (file: string) => string[],
): Promise<Interpreter> {
  const folder = mkdtempSync(join(tmpdir(), 'pyaudit-examples-'));
  try {
    const file = join(folder, 'examples.json');
    const out = join(folder, 'results.json');
    writeFileSync(file, jobs());
    await run(program, [...words(file), out], { cwd: folder, maxBuffer: 1 << 26, timeout: 120_000 });
    const { version, results } = JSON.parse(readFileSync(out, 'utf8')) as {
      version: Version;
      results: Record<string, ExampleRun>;
    };
    return { name, version, results: new Map(Object.entries(results)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs everything under a CPython program, one child process per example. */
export const runNative = (program: string): Promise<Interpreter> =>
  answer(program, program, (file) => [runner, file]);

/** Pyodide's `ssl` is a stand-in written in Python: what it raises proves nothing. */
const STAND_INS = ['open#6', 'open#7'];

/** Runs everything under the Pyodide package in `folder`, in one process, stopping each example at its event. */
export async function runPyodide(folder: string): Promise<Interpreter> {
  const words = (file: string) => [pyodideRunner, folder, runner, file];
  const answered = await answer(`pyodide in ${folder}`, process.execPath, words);
  const results = new Map([...answered.results].filter(([id]) => !STAND_INS.includes(id)));
  return { ...answered, results };
}
