import { OP, type OpId } from '../../facts/ir.ts';
import {
  awaitValue,
  delegate,
  enterContext,
  exitContext,
  iterateAsyncValue,
  iterateValue,
} from '../calls/protocols.ts';
import { setName } from '../classes/class-creation.ts';
import { deleteAttribute, setAttribute } from '../classes/set-attribute.ts';
import type { Flow } from '../flow.ts';
import { GETTER, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import type { Token } from '../solve/values.ts';
import { VALUE } from '../solve/values.ts';
import { itemAccess } from './containers.ts';
import { operandNode } from './narrowing.ts';
import { operate, operateUnary } from './operators.ts';
import { argumentsAt, siteAt } from './ops.ts';

/**
 * What an op does with a value that arrives at its operand. Ops wait as numbers, not as closures: there are as many
 * as the program has attributes and calls. `part` tells the operands of an operator apart.
 */
export function arrive(f: Flow, activationId: number, op: OpId, part: number, token: Token): void {
  const activation = f.p.activations.all[activationId]!;
  const { facts, names } = activation.file;
  switch (facts.kind[op]) {
    case OP.Attribute:
      if (part === GETTER) return f.p.call(token, siteAt(f, activation, op));
      if (facts.c[op]! > 0) {
        return matchAttribute(
          f,
          token,
          f.p.node(activation, (facts.c[op]! - 1) as OpId),
          siteAt(f, activation, op),
        );
      }
      return f.p.getAttribute(token, names[facts.b[op]!]!, siteAt(f, activation, op));
    case OP.SetAttribute: {
      const value = operandNode(f, activation, op, facts.c[op]!);
      return setAttribute(f, token, names[facts.b[op]!]!, value, siteAt(f, activation, op));
    }
    case OP.DeleteAttribute:
      return deleteAttribute(f, token, names[facts.b[op]!]!, siteAt(f, activation, op));
    case OP.ClassAttribute:
      if (f.p.values.kind(token) !== VALUE.class) return;
      setName(f, activation, op, token);
      return f.p.solver.flow(
        f.p.node(activation, facts.c[op] as OpId),
        f.p.field(token, names[facts.b[op]!]!),
      );
    case OP.Item:
    case OP.SetItem:
    case OP.DeleteItem:
      return itemAccess(f, activation, op, token);
    case OP.Call:
      if (part === GETTER) return f.p.call(token, siteAt(f, activation, op));
      return f.p.parts.call(f.p, token, {
        activation,
        op,
        arguments: argumentsAt(f, activation, op, token),
        result: f.p.node(activation, op),
      });
    case OP.Iterate:
      return (facts.b[op] === 1 ? iterateAsyncValue : iterateValue)(f, token, siteAt(f, activation, op));
    case OP.Await:
      return awaitValue(f, token, siteAt(f, activation, op));
    case OP.YieldFrom:
      return delegate(f, token, activation.yielded, siteAt(f, activation, op));
    case OP.Enter:
      return enterContext(f, token, facts.b[op] === 1, siteAt(f, activation, op));
    case OP.Exit:
      return exitContext(f, token, facts.b[op] === 1, siteAt(f, activation, op));
    case OP.Unary:
      return operateUnary(f, activation, op, token);
    case OP.Binary:
    case OP.InPlace:
      return operate(f, activation, op, part, token);
    default:
  }
}

/** A class pattern's positional part: the attribute that `__match_args__` names, of the builtins the value itself. */
function matchAttribute(f: Flow, token: Token, names: Node, site: Site): void {
  const { values, solver } = f.p;
  if (values.kind(token) !== VALUE.instance) return solver.add(site.result, token);
  solver.on(names, (name) => {
    if (values.kind(name) === VALUE.text) f.p.getAttribute(token, values.x(name), site);
  });
}
