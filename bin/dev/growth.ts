import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { columns } from '../../src/report/columns.ts';
import { growingTree, unitOf } from './growing-tree.ts';
import { median, type Sample, sample } from './measure.ts';

const MEGABYTE = 2 ** 20;
const SIZES = [50_000, 100_000, 200_000, 400_000, 1_000_000];

interface Size {
  readonly lines: number;
  readonly files: number;
  readonly seconds: number;
  readonly memory: number;
  readonly exitCodes: string;
}

/** By how much the time grows when the lines double, between two sizes. */
const perDoubling = (from: Size, to: Size): number =>
  (to.seconds / from.seconds) ** (1 / Math.log2(to.lines / from.lines));

/**
 * Runs the tool over trees of growing size, each made of renamed copies of one unit of `library`; prints time, peak
 * memory, and the factor by which doubling the lines multiplies the time.
 */
export async function growth(
  words: readonly string[],
  library: string,
  tool: readonly string[],
): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      runs: { type: 'string', default: '1' },
      unit: { type: 'string', default: '50000' },
      most: { type: 'string', default: '1000000' },
    },
  });
  const unit = unitOf(library, Number(values.unit));
  console.log(`copies of ${unit.lines} lines (${unit.files.length} files) of ${library}`);
  const measured: Size[] = [];
  for (const lines of SIZES.filter((size) => size <= Number(values.most))) {
    measured.push(await measure(unit, lines, Number(values.runs), tool));
  }
  console.log(table(measured).join('\n'));
}

async function measure(
  unit: ReturnType<typeof unitOf>,
  lines: number,
  runs: number,
  tool: readonly string[],
): Promise<Size> {
  const tree = growingTree(unit, lines);
  try {
    const samples: Sample[] = [];
    const [program, ...rest] = tool;
    for (let run = 0; run < runs; run++) samples.push(await sample(program!, [...rest, tree.path]));
    return {
      lines: tree.lines,
      files: tree.files,
      seconds: median(samples.map((one) => one.seconds)),
      memory: Math.max(...samples.map((one) => one.memory)),
      exitCodes: [...new Set(samples.map((one) => one.exitCode))].join(' '),
    };
  } finally {
    rmSync(tree.path, { recursive: true, force: true });
  }
}

function table(measured: readonly Size[]): string[] {
  const titles = ['lines', 'files', 'seconds', 'peak MB', 'per doubling', 'exit'];
  return columns(
    titles.map((title) => ({ title, align: 'right' as const })),
    measured.map((size, index) => [
      size.lines.toLocaleString('en'),
      String(size.files),
      size.seconds.toFixed(2),
      (size.memory / MEGABYTE).toFixed(0),
      index === 0 ? '' : perDoubling(measured[index - 1]!, size).toFixed(2),
      size.exitCodes,
    ]),
  );
}
