import { readFileSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { functionKey, projectEdges, solved } from './solved.ts';

const USAGE = `compare-calls PAIRS.json... [--misses]
  PAIRS  what bin/dev/trace-calls.py wrote
Prints how many of the pairs (caller, callee) that really occurred are in the call graph of the package: those called
from Python, and those that C code called in between.`;

interface Trace {
  readonly root: string;
  readonly pairs: readonly (readonly [caller: Place, callee: Place, via: string | null, count: number])[];
}
type Place = readonly [file: string, line: number, name: string];

const show = ([hit, total]: readonly number[]): string =>
  `${hit}/${total}${total ? ` ${((100 * hit!) / total).toFixed(1)} %` : ''}`;

/** Hits and pairs of one package: without and with C code in between. */
function compared(file: string, misses: boolean): readonly [number[], number[]] {
  const trace = JSON.parse(readFileSync(file, 'utf8')) as Trace;
  const root = `${realpathSync(trace.root)}/`;
  const package_ = solved(root);
  const key = (id: Parameters<typeof functionKey>[2]) => functionKey(package_, root, id);
  const known = new Set<string>();
  for (const { caller, target } of projectEdges(package_)) known.add(`${key(caller)} -> ${key(target)}`);
  const sums: [number[], number[]] = [
    [0, 0],
    [0, 0],
  ];
  const direct = new Set(trace.pairs.filter(([, , via]) => via === null).map(pairKey));
  const done = new Set<string>();
  for (const pair of trace.pairs) {
    const text = pairKey(pair);
    if (done.has(text)) continue;
    done.add(text);
    const sum = sums[direct.has(text) ? 0 : 1];
    const hit = known.has(text);
    sum[0]! += hit ? 1 : 0;
    sum[1]! += 1;
    if (!hit && misses)
      console.log(`  ${basename(file, '.json')} ${text}${pair[2] ? ` via ${pair[2]}` : ''}`);
  }
  return sums;
}

const pairKey = ([caller, callee]: Trace['pairs'][number]): string =>
  `${caller.join(':')} -> ${callee.join(':')}`;

const words = process.argv.slice(2);
const files = words.filter((word) => !word.startsWith('--'));
if (files.length === 0) {
  console.error(USAGE);
  process.exit(2);
}
const pooled = [
  [0, 0],
  [0, 0],
];
for (const file of files) {
  const sums = compared(file, words.includes('--misses'));
  for (const index of [0, 1]) for (const at of [0, 1]) pooled[index]![at]! += sums[index as 0 | 1][at]!;
  console.log(`${basename(file, '.json').padEnd(10)} ${show(sums[0])}, through C ${show(sums[1])}`);
}
console.log(`${'pooled'.padEnd(10)} ${show(pooled[0]!)}, through C ${show(pooled[1]!)}`);
