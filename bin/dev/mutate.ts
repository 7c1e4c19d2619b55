import { parse } from '../../src/parse/parse.ts';
import { pyenvPythons, pythonFiles, pythonText } from './parse/corpus.ts';
import { judge, type Verdict } from './parse/judge.ts';
import { type Mutant, mutant, numbersFrom } from './parse/mutants.ts';

// Usage: mutate [COUNT] [SEED] [--show N]   breaks real files at random and compares with CPython 3.13's verdict.

const LARGEST = 40_000;

const numbers = process.argv
  .slice(2)
  .filter((word) => /^\d+$/.test(word))
  .map(Number);
const showAt = process.argv.indexOf('--show');
const show = showAt < 0 ? 0 : Number(process.argv[showAt + 1]);
const [count = 5000, seed = 1] = numbers;

interface Case extends Mutant {
  readonly path: string;
}

function cases(libraries: readonly string[]): Case[] {
  const files = pythonFiles(libraries);
  const random = numbersFrom(seed);
  const made: Case[] = [];
  while (made.length < count) {
    const path = files[Math.floor(random() * files.length)]!;
    const text = pythonText(path);
    if (text === undefined || text.length > LARGEST || text.includes('\r')) continue;
    const changed = mutant(text, random);
    if (changed) made.push({ ...changed, path });
  }
  return made;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

interface Tally {
  refused: number;
  found: number;
  near: number;
  accepted: number;
  alarms: number;
}

function report(made: readonly Case[], verdicts: readonly Verdict[]): void {
  const tallies = new Map<string, Tally>();
  let shown = 0;
  const tell = (what: string, one: Case, detail: string) => {
    if (shown++ < show) console.log(`${what}: ${one.kind} in ${one.path}: ${detail}`);
  };
  for (const [index, one] of made.entries()) {
    const first = parse(one.text).problems[0];
    const refusal = verdicts[index]!.compile;
    for (const key of ['all', one.kind]) {
      const tally = tallies.get(key) ?? { refused: 0, found: 0, near: 0, accepted: 0, alarms: 0 };
      tallies.set(key, tally);
      if (refusal) {
        tally.refused++;
        if (first) tally.found++;
        if (first && Math.abs(lineOf(one.text, first.from) - (refusal[0] ?? 0)) <= 1) tally.near++;
      } else {
        tally.accepted++;
        if (first) tally.alarms++;
      }
    }
    if (refusal && !first) tell('missed', one, refusal.join(' '));
    else if (first && !refusal) tell('false', one, `${lineOf(one.text, first.from)} ${first.message}`);
    else if (refusal && first && Math.abs(lineOf(one.text, first.from) - (refusal[0] ?? 0)) > 1) {
      tell('far', one, `theirs ${refusal.join(' ')}; ours ${lineOf(one.text, first.from)} ${first.message}`);
    }
  }
  for (const [kind, { refused, found, near, accepted, alarms }] of tallies) {
    const share = (part: number) => `${((100 * part) / Math.max(1, refused)).toFixed(2)} %`;
    console.log(
      `${kind.padEnd(18)} refused ${refused}, found ${share(found)}, near ${share(near)}; accepted ${accepted}, false ${alarms}`,
    );
  }
}

const pythons = pyenvPythons();
const newest = pythons.find(({ version }) => version === '3.13');
if (!newest) throw new Error('mutate needs CPython 3.13 under pyenv');
const made = cases([newest.library]);
report(
  made,
  judge(
    newest.program,
    made.map(({ text }) => ({ text })),
  ),
);
