import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { StageTiming } from '../../src/engine/stopwatch.ts';
import { columns } from '../../src/report/columns.ts';
import { growth } from './growth.ts';
import { median, type Sample, sample } from './measure.ts';
import { copyWithoutTests, pyenvLibrary, type Tree } from './python-library.ts';

const USAGE = `bench run [PATH] [--runs N] [--no-peers]   cold runs of the built tool over PATH, of bandit and pyright if installed
bench growth [PATH] [--runs N] [--unit LINES] [--most LINES]   trees of 50,000 to 1,000,000 lines
bench parse [ARGUMENTS]                    the parser alone

PATH is copied without tests first. Default: Lib of CPython 3.13 under pyenv.`;

const here = fileURLToPath(new URL('.', import.meta.url));
const TOOL = join(here, '../../dist/main.js');
const MEGABYTE = 2 ** 20;

interface Contestant {
  readonly name: string;
  readonly program: string;
  readonly words: (path: string) => readonly string[];
  /** At most so many. */
  readonly runs?: number;
}

const OURS: Contestant = {
  name: 'pyaudit-lint',
  program: process.execPath,
  words: (path) => [TOOL, path, '--preset', 'all', '--format', 'json', '--fail-on', 'none'],
};

const BANDIT: Contestant = {
  name: 'bandit',
  program: 'bandit',
  words: (path) => ['-r', path, '-q', '-f', 'json'],
};

const PYRIGHT_PROGRAM = join(here, '../../node_modules/pyright/index.js');

/** Too slow to be run as often as the others. */
const PYRIGHT: Contestant = {
  name: 'pyright',
  program: process.execPath,
  words: (path) => [PYRIGHT_PROGRAM, '--outputjson', path],
  runs: 1,
};

const peers = (): Contestant[] => [
  ...(isInstalled('bandit') ? [BANDIT] : []),
  ...(existsSync(PYRIGHT_PROGRAM) ? [PYRIGHT] : []),
];

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

/** Runs take turns, so that a busy machine slows every contestant alike. */
async function compete(contestants: readonly Contestant[], path: string, runs: number): Promise<Sample[][]> {
  const samples = contestants.map((): Sample[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, contestant] of contestants.entries()) {
      if (run < (contestant.runs ?? runs))
        samples[index]!.push(await sample(contestant.program, contestant.words(path)));
    }
  }
  return samples;
}

function table(contestants: readonly Contestant[], samples: readonly Sample[][], tree: Tree): string[] {
  const seconds = samples.map((runs) => median(runs.map((run) => run.seconds)));
  const rows = contestants.map(({ name }, index) => {
    const runs = samples[index]!;
    const times = runs.map((run) => run.seconds);
    return [
      name,
      seconds[index]!.toFixed(2),
      `${Math.min(...times).toFixed(2)}-${Math.max(...times).toFixed(2)}`,
      (Math.max(...runs.map((run) => run.memory)) / MEGABYTE).toFixed(0),
      (tree.bytes / MEGABYTE / seconds[index]!).toFixed(2),
      (seconds[index]! / seconds[0]!).toFixed(2),
      [...new Set(runs.map((run) => run.exitCode))].join(' '),
    ];
  });
  const titles = ['tool', 'median s', 'range', 'peak MB', 'MB/s', 'ratio', 'exit'];
  return columns(
    titles.map((title, index) => ({ title, ...(index > 0 ? { align: 'right' as const } : {}) })),
    rows,
  );
}

function stageTable(path: string): string[] {
  const tsx = join(here, '../../node_modules/.bin/tsx');
  const run = spawnSync(tsx, [join(here, 'stages.ts'), path], { encoding: 'utf8', maxBuffer: MEGABYTE });
  if (run.status !== 0) return [`stages: failed (${run.stderr.trim().split('\n').at(-1)})`];
  const timings = JSON.parse(run.stdout) as StageTiming[];
  return columns(
    [{ title: 'stage' }, { title: 'ms', align: 'right' }, { title: 'MB after', align: 'right' }],
    timings.map(({ stage, milliseconds, memory }) => [
      stage,
      milliseconds.toFixed(0),
      memory > 0 ? (memory / MEGABYTE).toFixed(0) : '',
    ]),
  );
}

async function run(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { runs: { type: 'string', default: '5' }, 'no-peers': { type: 'boolean', default: false } },
  });
  const from = positionals[0] ?? pyenvLibrary();
  if (from === undefined || !existsSync(from)) throw new Error('there is no tree to run over; name one');
  if (!existsSync(TOOL)) throw new Error('dist/main.js is missing; npm run compile makes it');
  const tree = copyWithoutTests(from);
  try {
    console.log(`${from}: ${tree.files} files, ${(tree.bytes / MEGABYTE).toFixed(1)} MB, without tests`);
    const contestants = values['no-peers'] ? [OURS] : [OURS, ...peers()];
    const samples = await compete(contestants, tree.path, Math.max(1, Number(values.runs)));
    console.log(table(contestants, samples, tree).join('\n'));
    console.log(`\n${stageTable(tree.path).join('\n')}`);
  } finally {
    rmSync(tree.path, { recursive: true, force: true });
  }
}

const [what, ...rest] = process.argv.slice(2);
try {
  if (what === 'run') await run(rest);
  else if (what === 'growth') {
    const path = rest[0]?.startsWith('-') ? undefined : rest.shift();
    const library = path ?? pyenvLibrary();
    if (library === undefined || !existsSync(library))
      throw new Error('there is no library to copy; name one');
    await growth(rest, library, [OURS.program, ...OURS.words('').filter((word) => word !== '')]);
  } else if (what === 'parse') {
    const tsx = join(here, '../../node_modules/.bin/tsx');
    process.exitCode =
      spawnSync(tsx, [join(here, 'bench-parse.ts'), ...rest], { stdio: 'inherit' }).status ?? 2;
  } else {
    console.error(USAGE);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
