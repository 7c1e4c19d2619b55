import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { solve } from '../../../src/flow/analyse.ts';
import { type Adjacency, adjacency, namedGraph } from '../../../src/flow/graph/call-graph.ts';
import { link } from '../../../src/link/link.ts';
import { type Files, linkInputs, TABLE } from '../programs.ts';
import { callGraphFixtures } from '../programs-of-fixtures.ts';

const graphOf = (files: Files): Adjacency => adjacency(namedGraph(solve(link(linkInputs(files)), TABLE)));

/** Makes a program one of those that are not followed call by call: as many ops as a dozen files have. */
const FILLER: Files = { 'filler.py': `numbers = [${'1, '.repeat(12_000)}]\n` };

function graphAmongMore(files: Files): Adjacency {
  const { filler, ...graph } = graphOf({ ...files, ...FILLER });
  expect(filler).toEqual([]);
  return graph;
}

/** What two graphs differ in: `missing main -> main.f`, `extra main.f -> <builtin>.print`. */
function differences(actual: Adjacency, wanted: Adjacency): string[] {
  const told: string[] = [];
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(actual)])) {
    const expected = wanted[name];
    const found = actual[name];
    if (!expected) told.push(`extra   ${name}, which is no function here`);
    if (!found) told.push(`missing ${name}, a function`);
    for (const callee of expected ?? []) {
      if (!found?.includes(callee)) told.push(`missing ${name} -> ${callee}`);
    }
    for (const callee of found ?? []) {
      if (!expected?.includes(callee)) told.push(`extra   ${name} -> ${callee}`);
    }
  }
  return told;
}

const themes = [...new Set(callGraphFixtures.map(({ theme }) => theme))];

for (const theme of themes) {
  describe(theme, () => {
    for (const { name, folder, files } of callGraphFixtures.filter((one) => one.theme === theme)) {
      test(name, () => {
        const wanted = JSON.parse(readFileSync(join(folder, 'callgraph.json'), 'utf8')) as Adjacency;
        const graph = theme === 'large-programs' ? graphAmongMore(files) : graphOf(files);
        const told = differences(graph, wanted);
        expect(told, told.join('\n')).toEqual([]);
      });
    }
  });
}

test('functions and callees come in order of their names, whatever the order of the files', () => {
  const files: Files = {
    'b.py': 'import a\ndef g():\n    print()\n    a.f()\n    abs(1)\n',
    'a.py': 'def f():\n    pass\nf()\n',
  };
  const text = JSON.stringify(graphOf(files));
  expect(text).toBe('{"a":["a.f"],"a.f":[],"b":[],"b.g":["<builtin>.abs","<builtin>.print","a.f"]}');
  expect(JSON.stringify(graphOf(Object.fromEntries(Object.entries(files).reverse())))).toBe(text);
});
