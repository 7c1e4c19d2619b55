import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { columns } from '../../src/report/columns.ts';

const USAGE = `score ORACLE MIRRORS [--only NAME] [--misses N]
  ORACLE   a folder with score.py and traces/*.json
  MIRRORS  a folder with a git repository OWNER+NAME/repo for each trace
Prints, for each package and pooled, the event import left out: the rows found of those that the C call itself raised,
of those direct or through the library (at all confidences, then at medium and high), and of these less declarations
and log calls; then how many findings on lines that ran were seen there: of high, of medium, of either, of all
confidences.`;

const TOOL = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const MOST_OUTPUT = 2 ** 28;

interface Header {
  readonly package: string;
  readonly repo: string;
  readonly commit: string;
  readonly root: string;
  readonly python: string;
}

/** Hits and rows. */
type Ratio = readonly [hit: number, total: number];

const MEASURES = ['direct', 'library', 'medium+', 'clean', 'high', 'medium', 'both', 'all'] as const;
const LIBRARY = 'recall, same, less the event `import`';
type Scores = Readonly<Record<(typeof MEASURES)[number], Ratio>>;

function must(
  program: string,
  words: readonly string[],
  directory: string,
  fine: readonly number[] = [0],
): string {
  const run = spawnSync(program, words, { cwd: directory, encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  if (run.error) throw run.error;
  if (!fine.includes(run.status ?? -1)) {
    throw new Error(`${program} ${words.join(' ')} ended with ${run.status}: ${run.stderr.trim()}`);
  }
  return run.stdout;
}

/** The flags every figure is measured with; those the tool does not have yet are left out. */
function flags({ python }: Header): string[] {
  const version = python.split('.').slice(0, 2).join('.');
  const fixed = ['--preset', 'all', '--min-confidence', 'low', '--ignore', 'PYA30*', '--ignore', 'PYA9*'];
  const help = must(process.execPath, [TOOL, 'check', '--help'], '.');
  const later = ['--no-dependencies'].filter((flag) => help.includes(flag));
  return [...fixed, '--python-version', version, '--platform', 'linux', ...later, '--format', 'json'];
}

/** Scores one trace in a fresh checkout. */
function scored(trace: string, oracle: string, mirrors: string, words: readonly string[]): Scores {
  const header = (JSON.parse(readFileSync(trace, 'utf8')) as { header: Header }).header;
  const mirror = join(mirrors, header.repo.replace('/', '+'), 'repo');
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  try {
    const checkout = join(folder, 'tree');
    must('git', ['clone', '--quiet', '--shared', '--no-checkout', mirror, checkout], folder);
    must('git', ['checkout', '--quiet', header.commit], checkout);
    const report = join(folder, 'report.json');
    writeFileSync(report, must(process.execPath, [TOOL, header.root, ...flags(header)], checkout, [0, 1]));
    const ask = (more: readonly string[]): Record<string, Ratio> => {
      const out = join(folder, 'score.json');
      const fixed = [
        join(oracle, 'score.py'),
        trace,
        report,
        '--strip',
        header.root,
        '--loose',
        '--json',
        out,
      ];
      const said = must('python3', [...fixed, ...more], folder);
      if (words.length > 0 && more.includes(words[0]!)) console.log(said);
      return JSON.parse(readFileSync(out, 'utf8')) as Record<string, Ratio>;
    };
    const less = ['--exclude-event', 'import'];
    const all = ask([...less, ...words]);
    const both = ask([...less, '--min-confidence', 'medium']);
    return {
      direct: all['  direct']!,
      library: all[LIBRARY]!,
      'medium+': both[LIBRARY]!,
      clean: all['recall, same, less declarations and log calls']!,
      high: ask([...less, '--only-confidence', 'high']).precision_lines!,
      medium: ask([...less, '--only-confidence', 'medium']).precision_lines!,
      both: both.precision_lines!,
      all: all.precision_lines!,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const cell = ([hit, total]: Ratio): string =>
  `${hit}/${total}${total > 0 ? ` ${((100 * hit) / total).toFixed(1)} %` : ''}`;

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { only: { type: 'string' }, misses: { type: 'string' } },
  });
  const [oracle, mirrors] = positionals;
  if (oracle === undefined || mirrors === undefined) throw new Error(USAGE);
  if (!existsSync(TOOL)) throw new Error('dist/main.js is missing; npm run compile makes it');
  const names = readdirSync(join(oracle, 'traces'))
    .filter((name) => name.endsWith('.json') && !name.startsWith('stdlib'))
    .filter((name) => values.only === undefined || name === `${values.only}.json`)
    .sort();
  const words = values.misses === undefined ? [] : ['--misses', values.misses];
  const rows = names.map((name): readonly [string, Scores] => [
    name.replace('.json', ''),
    scored(join(oracle, 'traces', name), oracle, mirrors, words),
  ]);
  const pooled = MEASURES.map(
    (measure): Ratio => [
      rows.reduce((sum, [, scores]) => sum + scores[measure][0], 0),
      rows.reduce((sum, [, scores]) => sum + scores[measure][1], 0),
    ],
  );
  const cells = rows.map(([name, scores]) => [name, ...MEASURES.map((measure) => cell(scores[measure]))]);
  const layout = ['package', ...MEASURES].map((title) => ({ title }));
  console.log(columns(layout, [...cells, ['pooled', ...pooled.map(cell)]]).join('\n'));
}

try {
  main();
} catch (error) {
  console.error(`score: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
