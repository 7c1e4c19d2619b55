import { readFileSync } from 'node:fs';
import { parser } from '@lezer/python';
import { rules } from '../../rules/index.ts';
import { libraryValues } from '../../rules/library-values.ts';
import { compileRaisers } from '../../rules/raiser-table.ts';
import { analysePaths } from '../../src/engine/analyse.ts';
import { STAGES, type Stages } from '../../src/engine/stages.ts';
import { NodeHost } from '../../src/host/node.ts';
import { type Parsed, parse } from '../../src/parse/parse.ts';
import { kindsOf, type SyntaxTable, tableOfTree } from '../../src/parse/syntax-table.ts';
import { settings } from '../../test/engine/settings.ts';

// Usage: compare-findings PATH...   findings with our parser against findings with @lezer/python in its place: what
// only one of them has, and whether @lezer/python had made errors of that file.

const kinds = kindsOf(parser.nodeSet);

/** @lezer/python's parse of a text, as the stages above take one. */
function reference(text: string): Parsed {
  const tree = parser.parse(text);
  const table: SyntaxTable = tableOfTree(tree, text, kinds);
  return { tree, table, problems: [] };
}

const table = compileRaisers(rules, libraryValues);

async function findings(paths: readonly string[], stages: Stages): Promise<Map<string, string>> {
  const { findings: found } = await analysePaths(
    settings(paths, { minLevel: 'note' }),
    new NodeHost(),
    table,
    { stages },
  );
  return new Map(
    found.map(({ file, region, event }) => [`${file}:${region.line}:${region.column} ${event}`, file]),
  );
}

const paths = process.argv.slice(2);
const ours = await findings(paths, { ...STAGES, parse });
const theirs = await findings(paths, { ...STAGES, parse: reference });
const broken = new Map<string, boolean>();
const isBroken = (file: string): boolean => {
  let answer = broken.get(file);
  if (answer === undefined) {
    answer = reference(readFileSync(file, 'utf8')).table.kind.includes(0);
    broken.set(file, answer);
  }
  return answer;
};
let explained = 0;
let other = 0;
for (const [sign, one, another] of [
  ['+', ours, theirs],
  ['-', theirs, ours],
] as const) {
  for (const [finding, file] of one) {
    if (another.has(finding)) continue;
    const cause = isBroken(file);
    if (cause) explained++;
    else other++;
    console.log(`${sign} ${finding}${cause ? '  (@lezer/python has errors in this file)' : ''}`);
  }
}
console.log(
  `${ours.size} findings with ours, ${theirs.size} with @lezer/python; ${explained} differ in files it takes for broken, ${other} elsewhere`,
);
