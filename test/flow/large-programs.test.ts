import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../sources.ts';
import { FAILING_PROGRAMS, LARGE_PROGRAMS } from './large-programs.ts';

/** A fifth of what Node gives: work that recurses over a program ends here, not in a user's larger one. */
const STACK_KILOBYTES = 200;
/** Each takes a few seconds at most on a machine that does much else; what grows without end takes hours. */
const MOST_MILLISECONDS = 30_000;

interface Outcome {
  readonly name: string;
  readonly said: string;
  readonly milliseconds: number;
}

const folder = mkdtempSync(join(tmpdir(), 'large-programs-'));
const outcomes = new Map<string, Outcome>();

beforeAll(async () => {
  const outfile = join(folder, 'small-stack.mjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['test/flow/small-stack.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);",
    },
  });
  const words = [`--stack-size=${STACK_KILOBYTES}`, outfile];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: ROOT });
  for (const line of stdout.trim().split('\n')) {
    const outcome = JSON.parse(line) as Outcome;
    outcomes.set(outcome.name, outcome);
  }
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('large programs on a small stack: solved in time, and found what stands in them', () => {
  test.each(Object.keys(LARGE_PROGRAMS))('%s', (name) => {
    const outcome = outcomes.get(name);
    expect(outcome?.said).toBe('found');
    expect(outcome!.milliseconds).toBeLessThan(MOST_MILLISECONDS);
  });

  for (const [name, [reason]] of Object.entries(FAILING_PROGRAMS)) test.todo(`${name}: ${reason}`);
});
