import { expect, test } from 'vitest';
import { callGraphText } from '../../src/report/call-graph.ts';

const graph = {
  functions: [
    { name: 'pkg.m', module: 'pkg.m' },
    { name: 'pkg.m.f', module: 'pkg.m' },
  ],
  edges: [
    { caller: 'pkg.m', callee: 'pkg.m.f', cost: 0 },
    { caller: 'pkg.m.f', callee: '<builtin>.print', cost: 2 },
    { caller: 'pkg.m.f', callee: 'a"b\u001b', cost: 10 },
  ],
};

test('JSON is the adjacency form, without control characters', () => {
  expect(callGraphText(graph, 'json')).toBe(`{
  "pkg.m": [
    "pkg.m.f"
  ],
  "pkg.m.f": [
    "<builtin>.print",
    "a\\"b\\u001b"
  ]
}
`);
});

test('dot has a cluster for each module, and a style for each confidence', () => {
  expect(callGraphText(graph, 'dot').split('\n').slice(5)).toEqual([
    '  subgraph "cluster_pkg.m" {',
    '    label="pkg.m";',
    '    "pkg.m" [shape=box, label="(module)"];',
    '    "pkg.m.f" [shape=box, label="f"];',
    '  }',
    '  "pkg.m" -> "pkg.m.f";',
    '  "pkg.m.f" -> "<builtin>.print" [style=dashed];',
    '  "pkg.m.f" -> "a\\"b\\\\x1b" [style=dotted, color=gray50];',
    '}',
    '',
  ]);
});
