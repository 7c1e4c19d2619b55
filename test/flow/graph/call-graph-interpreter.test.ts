import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { findInterpreters } from '../../rules/examples.ts';
import { ROOT } from '../../sources.ts';
import { callGraphFixtures } from '../programs-of-fixtures.ts';

const run = promisify(execFile);
const SCRIPT = join(ROOT, 'test/flow/run_call_graphs.py');

interface Observed {
  readonly edges: Readonly<Record<string, readonly string[]>>;
  readonly problem: string | null;
}

/** An edge that a run does not show, and why it is possible all the same; a text says why a program cannot run. */
interface Unobserved {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

// `sys.monitoring` tells calls of builtins and the making of generators; 3.13 is the version fixtures are written for
const [version, python] = [...findInterpreters()].find(([name]) => name === '3.13') ?? [];

const observed: Promise<Record<string, Observed>> = python
  ? run(python, ['-I', '-B', SCRIPT, ...callGraphFixtures.map(({ folder }) => folder)], {
      timeout: 60_000,
      maxBuffer: 64 * 1024 * 1024,
      cwd: ROOT,
    }).then(({ stdout }) => JSON.parse(stdout))
  : Promise.resolve({});

/** What makes a descriptor when a name is bound: told apart from a call by nobody. */
const UNTOLD = new Set(['staticmethod', 'classmethod', 'property'].map((name) => `<builtin>.${name}`));
const TOLD_BUILTIN = /^<builtin>\.\w+$|^<\*\*Py(Str|List|Dict)\*\*>/;

/** What the expectation of a case and its run say against each other. */
function disagreements(folder: string, { edges, problem }: Observed): string[] {
  const wanted = json<Record<string, readonly string[]>>(join(folder, 'callgraph.json'));
  const excused = join(folder, 'unobserved.json');
  const known = existsSync(excused) ? json<Unobserved[] | string>(excused) : [];
  if (typeof known === 'string') return known ? [] : ['no reason why it cannot run'];
  const told = problem === null ? [] : [problem];
  const functions = new Set(Object.keys(wanted));
  for (const name of new Set([...functions, ...Object.keys(edges)])) {
    const ran = edges[name];
    const expected = wanted[name];
    if (!expected) told.push(`not expected: ${name} is a function`);
    // a module that nothing imported says nothing
    if (!ran && expected?.length === 0) continue;
    for (const callee of ran ?? []) {
      if (!expected?.includes(callee)) told.push(`ran, not expected: ${name} -> ${callee}`);
    }
    for (const callee of expected ?? []) {
      const visible = functions.has(callee) || (TOLD_BUILTIN.test(callee) && !UNTOLD.has(callee));
      if (!visible || ran?.includes(callee)) continue;
      if (!known.some(({ from, to }) => from === name && to === callee))
        told.push(`did not run: ${name} -> ${callee}`);
    }
  }
  for (const { from, to, reason } of known) {
    if (!reason) told.push(`no reason: ${from} -> ${to}`);
    if (edges[from]?.includes(to)) told.push(`runs after all: ${from} -> ${to}`);
    if (!wanted[from]?.includes(to)) told.push(`excused, not expected: ${from} -> ${to}`);
  }
  return told;
}

test.skipIf(python !== undefined)('SKIPPED: no CPython 3.13 to check the expected call graphs with', () => {
  console.warn('no CPython 3.13 found: expected call graphs are not checked against a run');
});

describe.skipIf(python === undefined)(`CPython ${version} runs what call graphs expect`, () => {
  test.each(callGraphFixtures.map(({ theme, name, folder }) => [`${theme}/${name}`, folder] as const))(
    '%s',
    async (_, folder) => {
      const told = disagreements(folder, (await observed)[folder]!);
      expect(told, told.join('\n')).toEqual([]);
    },
  );
});
