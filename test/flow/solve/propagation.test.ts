import { expect, test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { libraryValues } from '../../../rules/library-values.ts';
import { compileRaisers } from '../../../rules/raiser-table.ts';
import { OP, type OpId } from '../../../src/facts/ir.ts';
import { lower } from '../../../src/facts/lower.ts';
import { Propagation } from '../../../src/flow/solve/propagation.ts';
import { link } from '../../../src/link/link.ts';
import { parse } from '../../../src/parse/parse.ts';

const file = {
  path: 'm.py',
  module: 'm',
  isPackage: false,
  root: '',
  kind: 'module',
  facts: lower(parse('f()\n')),
} as const;

test('a callable whose call comes to itself with ever new results is called in a bounded number of ways', () => {
  let calls = 0;
  const p = new Propagation(link([file]), compileRaisers(rules, libraryValues), {
    findAttribute: () => {},
    iterate: () => {},
    awaitValue: () => {},
    arrive: () => {},
    constrain: () => {},
    call: (_, callee, site) => {
      calls++;
      const result = p.solver.nodes(1);
      p.solver.on(result, () => p.call(callee, { ...site, result }));
      p.solver.add(result, callee);
    },
  });
  const [activation] = p.modules;
  const op = file.facts.kind.indexOf(OP.Call) as OpId;
  const callee = p.library('m.f');
  const site = { activation: activation!, op, result: p.node(activation!, op) };
  p.call(callee, { ...site, arguments: { positional: [], stars: [], keywords: new Map(), doubleStars: [] } });
  p.run();
  expect(calls).toBeGreaterThan(84);
  expect(calls).toBeLessThan(1000);
});
