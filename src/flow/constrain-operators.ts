import type { OpId } from '../facts/ir.ts';
import { OP } from '../facts/ir.ts';
import type { Activation } from './activations.ts';
import type { Flow } from './flow.ts';
import { NO_ARGUMENTS } from './propagation.ts';
import { methodResult } from './types/members.ts';
import { type Token, VALUE } from './values.ts';

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

const IN_PLACE = 0;
const LEFT = 1;
const RIGHT = 2;

/** An operator waits for values of both its operands. */
export function constrainOperator(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const left = f.p.node(activation, facts.a[op] as OpId);
  const right = f.p.node(activation, facts.b[op] as OpId);
  if (METHODS[facts.names[facts.c[op]!]!] === undefined) return;
  const { solver } = f.p;
  if (facts.kind[op] === OP.InPlace) solver.onOp(left, activation.id, op, IN_PLACE);
  solver.onOp(left, activation.id, op, LEFT);
  solver.onOp(right, activation.id, op, RIGHT);
}

/** Operators of instances call their methods; `+` of containers keeps the elements. */
export function operate(f: Flow, activation: Activation, op: OpId, part: number, token: Token): void {
  const { facts } = activation.file;
  const result = f.p.node(activation, op);
  let kind = f.p.values.kind(token);
  if (kind === VALUE.text) {
    token = f.p.libraryInstance('builtins.str');
    kind = VALUE.libraryInstance;
  }
  if (kind === VALUE.container) return f.p.solver.add(result, token);
  if (kind !== VALUE.instance && kind !== VALUE.libraryInstance) return;
  const method = METHODS[facts.names[facts.c[op]!]!]!;
  const other = f.p.node(activation, (part === RIGHT ? facts.a[op] : facts.b[op]) as OpId);
  const prefix = part === IN_PLACE ? 'i' : part === RIGHT ? 'r' : '';
  const site = { activation, op, arguments: { ...NO_ARGUMENTS, positional: [other] }, result };
  if (kind === VALUE.libraryInstance) {
    const owner = f.p.text(f.p.values.x(token));
    // what C does for numbers and texts calls nothing
    if (owner.startsWith('builtins.')) {
      methodResult(f, `${owner}.__${prefix}${method}__`, token, site);
      return;
    }
  }
  f.p.callMethod(token, `__${prefix}${method}__`, site);
}
