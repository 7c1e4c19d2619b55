import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { median } from './measure.ts';
import { copyWithoutTests, pyenvLibrary } from './python-library.ts';

const USAGE = `bench parse [PATH] [--rounds N]
Speed, start-up and memory of the parser beside @lezer/python, over Lib of CPython 3.13 without tests (or PATH). With
TREE_SITTER=DIR in the environment, a folder where web-tree-sitter and tree-sitter-python are installed, that too.`;

const words = process.argv.slice(2);
if (words.includes('--help')) {
  console.log(USAGE);
  process.exit(0);
}
const at = words.indexOf('--rounds');
const rounds = at < 0 ? 5 : Number(words[at + 1]);
const path = words.find((word, index) => !word.startsWith('--') && index !== at + 1) ?? pyenvLibrary();
if (path === undefined) throw new Error('there is no tree to run over; name one');

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'bench-parse-'));
const tree = copyWithoutTests(path);

interface Answer {
  readonly megabytes: number;
  readonly files: number;
  readonly results: readonly (readonly number[])[];
}

function bundle(entry: string, name: string): string {
  const outfile = join(scratch, name);
  buildSync({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    logLevel: 'error',
  });
  return outfile;
}

function listFiles(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py'))
    .sort();
  const list = join(scratch, 'files');
  writeFileSync(list, files.map((file) => join(folder, file)).join('\n'));
  return list;
}

function ask(program: string, list: string, mode: string, count: number, names: readonly string[]): Answer {
  const run = spawnSync(process.execPath, ['--expose-gc', program, list, mode, String(count), ...names], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Answer;
}

function startup(): number {
  const parser = bundle('src/parse/parse.ts', 'parse.mjs');
  const script = `const t = performance.now(); const { parse } = await import(${JSON.stringify(parser)}); parse('x = 1\\n'); console.log(performance.now() - t)`;
  const times = Array.from({ length: 9 }, () =>
    Number(spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).stdout),
  );
  return median(times);
}

try {
  const program = bundle('bin/dev/parse/contestants.ts', 'contestants.mjs');
  const list = listFiles(tree.path);
  const peers = process.env.TREE_SITTER ? ['@lezer/python', 'tree-sitter'] : ['@lezer/python'];
  const names = ['lexer', 'table', 'tree', 'parse with problems', 'recovering', ...peers];
  const warm = ask(program, list, 'warm', rounds, names);
  console.log(`${path}: ${warm.files} files, ${warm.megabytes.toFixed(2)} MB, without tests`);
  const speed = warm.results.map((times) => warm.megabytes / median(times));
  const reference = speed[names.indexOf('@lezer/python')]!;
  const cold = names.map((name) => {
    const times = Array.from({ length: 3 }, () => ask(program, list, 'cold', 1, [name]).results[0]![0]!);
    return warm.megabytes / median(times);
  });
  const coldReference = cold[names.indexOf('@lezer/python')]!;
  for (const [index, name] of names.entries()) {
    console.log(
      `${name.padEnd(20)} warm ${speed[index]!.toFixed(1).padStart(6)} MB/s (${(speed[index]! / reference).toFixed(1)} x)   cold ${cold[index]!.toFixed(1).padStart(6)} MB/s (${(cold[index]! / coldReference).toFixed(1)} x)`,
    );
  }
  for (const name of ['table', 'tree', '@lezer/python']) {
    const memory = median(ask(program, list, 'memory', 1, [name]).results[0]!);
    console.log(`${name.padEnd(20)} ${memory.toFixed(2)} MB held per MB of source`);
  }
  console.log(`start-up, import and a first parse: ${startup().toFixed(1)} ms`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
  rmSync(tree.path, { recursive: true, force: true });
}
