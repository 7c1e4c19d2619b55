import { expect, test } from 'vitest';
import { analysePaths } from '../../src/engine/analyse.ts';
import { callGraphOf } from '../../src/engine/call-graph.ts';
import type { RunIo } from '../../src/engine/read-files.ts';
import { MemoryHost } from '../../src/host/memory.ts';
import { TABLE } from '../flow/programs.ts';
import { settings } from './settings.ts';

const TREE = { 'm.py': 'print()\nnowhere()\n' };

/** What a run tells beside its result. */
async function told(run: (host: MemoryHost, io: RunIo) => Promise<unknown>): Promise<unknown[]> {
  const found: unknown[] = [];
  await run(new MemoryHost(TREE), {
    timings: (timings) => found.push(timings.map(({ stage }) => stage)),
    calls: ({ calls, resolved, unknown, reasons }) => found.push([calls, resolved, unknown, reasons]),
  });
  return found;
}

const CALLS = [2, 1, 1, [['a name that nothing binds', 1]]];

test('a check tells its stages, and the calls it followed', async () => {
  const [stages, calls] = await told((host, io) => analysePaths(settings(['.']), host, TABLE, io));
  expect(stages).toEqual(expect.arrayContaining(['discover', 'parse', 'facts', 'link', 'flow', 'lint']));
  expect(calls).toEqual(CALLS);
});

test('so does a call graph', async () => {
  const [stages, calls] = await told((host, io) =>
    callGraphOf({ ...settings(['.']), minConfidence: 'low' }, host, TABLE, io),
  );
  expect(stages).toEqual(expect.arrayContaining(['discover', 'parse', 'facts', 'link', 'flow']));
  expect(calls).toEqual(CALLS);
});
