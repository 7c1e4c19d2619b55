import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { gzipSync } from 'node:zlib';
import type { CliIo, Composition, Output } from '../src/cli/io.ts';
import { run } from '../src/cli/run.ts';
import { VERSION } from '../src/model/version.ts';

const NARROW = 80;

/**
 * By how much the heap of a large run may grow between two collections, in percent. V8 lets it grow fourfold: of a
 * program of a million lines, half of the memory was garbage at the peak.
 */
const HEAP_GROWTH = 30;
/** Bytes of source from which a run is large: below, memory is no matter, and a tenth of the time is. */
const LARGE = 4 * 2 ** 20;

/**
 * How much V8 may inline into one function, in bytes of bytecode: a third of what it does by itself. A run of seconds
 * does not earn back what it costs to compile more, which was a third of the CPU time of a large run.
 */
const INLINED = 300;

function boundHeap(bytes: number): void {
  if (bytes >= LARGE) setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
}

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

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer;
}

const io = (): CliIo => ({
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  columns: process.stdout.columns ?? NARROW,
  env: process.env,
  readInput: async () => (await import('node:stream/consumers')).buffer(process.stdin),
  writeFile: (path, text) => writeFile(path, text),
  newFile: async (path, text) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  },
  ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
});

const analysis = () => import('./analysis.ts');

const parts: Composition = {
  version: VERSION,
  host: async () => (await analysis()).hostFor({}),
  rules: async (plugins) => (await analysis()).ruleSet(plugins),
  configured: async (rules, options) => (await analysis()).configured(rules, options),
  table: async (rules, raisers) => (await analysis()).raiserTable(rules, raisers),
  discover: async (settings) => {
    const { discover, hostFor } = await analysis();
    return discover(hostFor(settings), settings);
  },
  analyse: async (settings, compiled, runIo) => {
    const { analysePaths, hostFor, withCache } = await analysis();
    return withCache(settings, { ...runIo, onRead: boundHeap }, (all) =>
      analysePaths(settings, hostFor(settings), compiled, all),
    );
  },
  callGraph: async (settings, compiled, runIo) => {
    const { callGraphOf, hostFor, withCache } = await analysis();
    return withCache(settings, { ...runIo, onRead: boundHeap }, (all) =>
      callGraphOf(settings, hostFor(settings), compiled, all),
    );
  },
  why: async (settings, compiled, runIo) => {
    const { explainLine, hostFor, withCache } = await analysis();
    return withCache(settings, { ...runIo, onRead: boundHeap }, (all) =>
      explainLine(settings, hostFor(settings), compiled, all),
    );
  },
  now: () => performance.now(),
  gzipSize: (text) => gzipSync(text).length,
};

/** Runs the command line of this process; the exit code is set, and the process ends when its output is written. */
export async function main(): Promise<void> {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${INLINED}`);
  const code = await run(process.argv.slice(2), io(), parts);
  process.exitCode = lost ? TROUBLE : code;
}
