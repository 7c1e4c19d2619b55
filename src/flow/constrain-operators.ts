import type { OpId } from '../facts/ir.ts';
import { OP } from '../facts/ir.ts';
import type { Activation } from './activations.ts';
import type { Flow } from './flow.ts';
import { siteAt } from './ops.ts';
import type { Node } from './solver.ts';
import { VALUE } from './values.ts';

const METHODS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '@': 'matmul',
  '**': 'pow',
  '<<': 'lshift',
  '>>': 'rshift',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
};

/** Operators of instances call their methods; `+` of containers keeps the elements. */
export function constrainOperator(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const left = f.p.node(activation, facts.a[op] as OpId);
  const right = f.p.node(activation, facts.b[op] as OpId);
  const method = METHODS[facts.names[facts.c[op]!]!];
  if (method === undefined) return;
  const site = siteAt(f, activation, op);
  const { values, solver } = f.p;
  const react = (own: Node, other: Node, name: string) =>
    solver.on(own, (token) => {
      const kind = values.kind(token);
      if (kind === VALUE.container) return solver.add(site.result, token);
      if (kind !== VALUE.instance && kind !== VALUE.libraryInstance) return;
      f.p.callMethod(token, name, { ...site, arguments: { ...site.arguments, positional: [other] } });
    });
  if (facts.kind[op] === OP.InPlace) react(left, right, `__i${method}__`);
  react(left, right, `__${method}__`);
  react(right, left, `__r${method}__`);
}
