import type { OpId } from '../../facts/ir.ts';
import { OP } from '../../facts/ir.ts';
import {
  callOwn,
  callReflected,
  hasSpecial,
  type OperatorNames,
  operatorNames,
} from '../calls/special-methods.ts';
import { concatenate } from '../containers/container-operators.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { methodResult } from '../types/members.ts';
import { concatenateTexts } from './built-texts.ts';
import { siteAt } from './ops.ts';

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

/** Operators of instances call their methods; those of containers keep the elements. */
export function operate(f: Flow, activation: Activation, op: OpId, part: number, token: Token): void {
  const { facts } = activation.file;
  const { values } = f.p;
  const method = METHODS[facts.names[facts.c[op]!]!]!;
  const site = siteAt(f, activation, op);
  const other = f.p.node(activation, (part === RIGHT ? facts.a[op] : facts.b[op]) as OpId);
  const inPlace = facts.kind[op] === OP.InPlace;
  switch (values.kind(token)) {
    case VALUE.container:
      if (part === LEFT) concatenate(f, token, other, method, inPlace, site);
      return;
    case VALUE.text:
      if (part === LEFT && method === 'add') concatenateTexts(f, token, other, site.result);
      return operateBuiltin(f, f.p.libraryInstance('builtins.str'), part, method, other, site);
    case VALUE.libraryInstance:
      if (f.p.text(values.x(token)).startsWith('builtins.')) {
        return operateBuiltin(f, token, part, method, other, site);
      }
      return callOperator(f, token, part, method, other, site);
    case VALUE.instance: {
      const names = operatorNames(method);
      if (part === RIGHT) return reflect(f, token, other, names, inPlace ? `__i${method}__` : '', site);
      if (part === LEFT && inPlace && hasSpecial(f, token, `__i${method}__`)) return;
      if (part === LEFT && hasSpecial(f, token, names.own)) return callOwn(f, token, other, names, site);
      return callOperator(f, token, part, method, other, site);
    }
    default:
  }
}

/** What C does for numbers and texts calls nothing; what it makes of an instance is the instance's business. */
function operateBuiltin(f: Flow, token: Token, part: number, method: string, other: Node, site: Site): void {
  const prefix = part === IN_PLACE ? 'i' : part === RIGHT ? 'r' : '';
  const name = `${f.p.text(f.p.values.x(token))}.__${prefix}${method}__`;
  const call = { ...site, arguments: { ...NO_ARGUMENTS, positional: [other] } };
  if (part !== RIGHT) return void methodResult(f, name, token, call);
  f.p.solver.on(other, (left) => {
    if (f.p.values.kind(left) !== VALUE.instance) methodResult(f, name, token, call);
  });
}

function callOperator(f: Flow, token: Token, part: number, method: string, other: Node, site: Site): void {
  const prefix = part === IN_PLACE ? 'i' : part === RIGHT ? 'r' : '';
  const call = { ...site, arguments: { ...NO_ARGUMENTS, positional: [other], isWhole: true } };
  f.p.callMethod(token, `__${prefix}${method}__`, call);
}

/** A right operand answers where the left one has no method; where it has, `callOwn` sees to it. */
function reflect(
  f: Flow,
  right: Token,
  lefts: Node,
  names: OperatorNames,
  inPlace: string,
  site: Site,
): void {
  const { solver } = f.p;
  let known = false;
  solver.on(lefts, (left) => {
    known = true;
    if (hasSpecial(f, left, names.own) || (inPlace && hasSpecial(f, left, inPlace))) return;
    callReflected(f, right, left, names.reflected, site, site.result);
  });
  f.p.whenIdle(() => {
    if (!known) callOperator(f, right, RIGHT, names.own.slice(2, -2), lefts, site);
  });
}

const UNARY: Readonly<Record<string, string>> = { '-': '__neg__', '+': '__pos__', '~': '__invert__' };

/** What `-x`, `+x`, `~x` give; the calls themselves are added once the values are known. */
export function constrainUnary(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  if (UNARY[facts.names[facts.c[op]!]!] === undefined) return;
  if (facts.kind[facts.a[op]!] !== OP.Const) {
    f.p.solver.onOp(f.p.node(activation, facts.a[op] as OpId), activation.id, op);
  }
}

/** A value arrives at the operand of a unary operator. */
export function operateUnary(f: Flow, activation: Activation, op: OpId, token: Token): void {
  const { facts } = activation.file;
  const method = UNARY[facts.names[facts.c[op]!]!];
  if (method === undefined || !hasSpecial(f, token, method)) return;
  f.p.callMethod(token, method, siteAt(f, activation, op));
}
