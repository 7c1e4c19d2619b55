import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Line, column and message as CPython tells them. */
export type Refusal = readonly [line: number | null, column: number | null, message: string];

export interface Verdict {
  /** What `ast.parse` says against the text. */
  readonly ast: Refusal | null;
  /** What `compile` says. */
  readonly compile: Refusal | null;
}

/** `ast`: ask `ast.parse` alone. */
export type Request =
  | { readonly text: string; readonly ast?: boolean }
  | { readonly path: string; readonly ast?: boolean };

const SCRIPT = fileURLToPath(new URL('judge.py', import.meta.url));

/**
 * Asks a Python of each text, in one process.
 * @throws Error if it does not answer every request.
 */
export function judge(program: string, requests: readonly Request[]): Verdict[] {
  const input = requests.map((request) => JSON.stringify(request)).join('\n');
  const run = spawnSync(program, ['-I', SCRIPT], { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const verdicts = run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Verdict);
  if (verdicts.length !== requests.length) {
    throw new Error(`${program} judged ${verdicts.length} of ${requests.length} texts: ${run.stderr}`);
  }
  return verdicts;
}
