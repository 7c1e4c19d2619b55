import { existsSync } from 'node:fs';
import { parse } from '../../src/parse/parse.ts';
import { bothDrivers } from '../../test/parse/both-drivers.ts';
import { pyenvPythons, pythonFiles, pythonText } from './parse/corpus.ts';
import { judge, type Verdict } from './parse/judge.ts';

const USAGE = `corpus-parse [--drivers] [PATH...]
Parses every Python file and compares with CPython: a problem where CPython has none is false. Without PATH: the
library of each CPython pyenv has, judged by that CPython. With PATH: those trees, judged by the newest.
--valid    take every file for valid instead of asking: for syntax newer than the newest CPython
--drivers  also parse by both drivers and compare the trees`;

const words = process.argv.slice(2);
if (words.includes('--help')) {
  console.log(USAGE);
  process.exit(0);
}
const drivers = words.includes('--drivers');
const valid = words.includes('--valid');
const paths = words.filter((word) => !word.startsWith('--'));
for (const path of paths) if (!existsSync(path)) throw new Error(`${path}: no such file or folder`);

const SHOWN = 20;
const BATCH = 2000;

/** What one corpus gave. */
const tally = {
  files: 0,
  undecodable: 0,
  refused: 0,
  found: 0,
  falseSyntax: 0,
  falseSemantic: 0,
  different: 0,
};
let shown = 0;

function tell(message: string): void {
  if (shown++ < SHOWN) console.log(`  ${message}`);
}

function compare(path: string, text: string, verdict: Verdict): void {
  tally.files++;
  const { problems } = parse(text);
  const place = (from: number) => `${path}:${text.slice(0, from).split('\n').length}`;
  if (verdict.compile) {
    tally.refused++;
    if (problems.length > 0) tally.found++;
    else tell(`missed ${path}: ${verdict.compile.join(' ')}`);
  }
  const [first] = problems;
  if (first?.class === 'syntax' && !verdict.ast) {
    tally.falseSyntax++;
    tell(`false syntax ${place(first.from)}: ${first.message}`);
  } else if (first?.class === 'semantic' && !verdict.compile) {
    tally.falseSemantic++;
    tell(`false semantic ${place(first.from)}: ${first.message}`);
  }
  if (drivers && !verdict.ast && !sameTrees(text)) {
    tally.different++;
    tell(`drivers differ on ${path}`);
  }
}

function sameTrees(text: string): boolean {
  const both = bothDrivers(text);
  return JSON.stringify(both.fast) === JSON.stringify(both.recovering);
}

function corpus(name: string, program: string, roots: readonly string[]): void {
  Object.assign(tally, {
    files: 0,
    undecodable: 0,
    refused: 0,
    found: 0,
    falseSyntax: 0,
    falseSemantic: 0,
    different: 0,
  });
  shown = 0;
  const files = pythonFiles(roots);
  for (let at = 0; at < files.length; at += BATCH) {
    const batch = files.slice(at, at + BATCH);
    const verdicts = valid
      ? batch.map((): Verdict => ({ ast: null, compile: null }))
      : judge(
          program,
          batch.map((path) => ({ path })),
        );
    for (const [index, path] of batch.entries()) {
      const text = pythonText(path);
      if (text !== undefined) compare(path, text, verdicts[index]!);
      else if (!verdicts[index]!.ast) {
        tally.undecodable++;
        tell(`not decoded: ${path}`);
      }
    }
  }
  console.log(`${name}: ${JSON.stringify(tally)}`);
  if (tally.falseSyntax + tally.falseSemantic + tally.different > 0) process.exitCode = 1;
}

const pythons = pyenvPythons();
const newest = pythons[pythons.length - 1];
if (!newest) throw new Error('corpus-parse needs a CPython under pyenv');
if (paths.length > 0) corpus(paths.join(' '), newest.program, paths);
else for (const { version, program, library } of pythons) corpus(version, program, [library]);
