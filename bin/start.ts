import { writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { gzipSync } from 'node:zlib';
import type { CliIo, Composition, Output } from '../src/cli/io.ts';
import { run } from '../src/cli/run.ts';
import { VERSION } from '../src/model/version.ts';

const NARROW = 80;

/**
 * By how much the heap may grow between two collections, in percent. V8 lets it grow fourfold: of a program of a
 * million lines, half of the memory was garbage at the peak.
 */
const HEAP_GROWTH = 30;

const TROUBLE = 2;
let lost = false;

/** A reader that has gone away (`| head`) wants no more, and no complaint; a full disk is trouble. */
function output(stream: NodeJS.WriteStream): Output {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (!lost && stream === process.stdout)
      process.stderr.write(`pyaudit-lint: the report is lost: ${error.message}\n`);
    lost = true;
    process.exitCode = TROUBLE;
  });
  return { write: (text) => void stream.write(text), isTTY: stream.isTTY === true };
}

const io = (): CliIo => ({
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  columns: process.stdout.columns ?? NARROW,
  env: process.env,
  writeFile: (path, text) => writeFile(path, text),
});

async function table(): ReturnType<Composition['table']> {
  const [{ rules }, { libraryValues }, { compileRaisers }] = await Promise.all([
    import('../rules/index.ts'),
    import('../rules/library-values.ts'),
    import('../rules/raiser-table.ts'),
  ]);
  return compileRaisers(rules, libraryValues);
}

const parts: Composition = {
  version: VERSION,
  table,
  analyse: async (settings, compiled, progress) => {
    const [{ analysePaths }, { NodeHost }] = await Promise.all([
      import('../src/engine/analyse.ts'),
      import('../src/host/node.ts'),
    ]);
    return analysePaths(settings, new NodeHost(), compiled, progress);
  },
  callGraph: async (settings, compiled, progress) => {
    const [{ callGraphOf }, { NodeHost }] = await Promise.all([
      import('../src/engine/call-graph.ts'),
      import('../src/host/node.ts'),
    ]);
    return callGraphOf(settings, new NodeHost(), compiled, progress);
  },
  why: async (settings, compiled, progress) => {
    const [{ explainLine }, { NodeHost }] = await Promise.all([
      import('../src/engine/why.ts'),
      import('../src/host/node.ts'),
    ]);
    return explainLine(settings, new NodeHost(), compiled, progress);
  },
  now: () => performance.now(),
  gzipSize: (text) => gzipSync(text).length,
};

/** Runs the command line of this process; the exit code is set, and the process ends when its output is written. */
export async function main(): Promise<void> {
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const code = await run(process.argv.slice(2), io(), parts);
  process.exitCode = lost ? TROUBLE : code;
}
