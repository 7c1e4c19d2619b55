import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { slotOf } from '../containers/items.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { Arguments } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { argumentsAt } from './ops.ts';

/**
 * `fn, args = task; fn(*args)`: the op whose value is taken apart into the callee and at least one argument; -1 where
 * the call is not of that kind.
 */
export function tupleOf(facts: FileFacts, op: OpId): number {
  const callee = facts.a[op]!;
  if (!isPart(facts, callee)) return -1;
  const tuple = facts.a[callee]!;
  const list = listOf(facts, facts.b[op]!);
  for (let index = 2; index < list.length; index += 3) {
    if (isPart(facts, list[index]!) && facts.a[list[index]!] === tuple) return tuple;
  }
  return -1;
}

const isPart = (facts: FileFacts, op: number): boolean => facts.kind[op] === OP.Unpack && facts.c[op] !== 1;

/**
 * Calls what each tuple holds with what the same tuple holds: a queue of tasks does not give every function the
 * arguments of all others.
 */
export function callOfTuple(f: Flow, activation: Activation, op: OpId, tuple: number): void {
  const { facts } = activation.file;
  const { solver, values } = f.p;
  const callee = facts.a[op] as OpId;
  let isMixed = false;
  solver.on(f.p.node(activation, tuple as OpId), (token) => {
    if (values.kind(token) === VALUE.container) {
      const site = {
        activation,
        op,
        arguments: argumentsIn(f, activation, op, tuple, token),
        result: f.p.node(activation, op),
      };
      return solver.on(partOf(f, facts, callee, token), (fn) => f.p.parts.call(f.p, fn, site));
    }
    // other values are taken apart by iteration, and what comes out of them is one for all
    if (!isMixed) solver.onOp(f.p.node(activation, callee), activation.id, op);
    isMixed = true;
  });
}

const partOf = (f: Flow, facts: FileFacts, op: number, tuple: Token): Node =>
  slotOf(f, tuple, `i${facts.b[op]!}`);

/** The arguments of a call as nodes, those out of the tuple as this tuple has them. */
function argumentsIn(f: Flow, activation: Activation, op: OpId, tuple: number, token: Token): Arguments {
  const { facts } = activation.file;
  const list = listOf(facts, facts.b[op]!);
  const own = new Map<Node, Node>();
  for (let index = 2; index < list.length; index += 3) {
    const argument = list[index]!;
    if (!isPart(facts, argument) || facts.a[argument] !== tuple) continue;
    own.set(f.p.node(activation, argument as OpId), partOf(f, facts, argument, token));
  }
  const of = (node: Node) => own.get(node) ?? node;
  const whole = argumentsAt(f, activation, op);
  return {
    ...whole,
    positional: whole.positional.map(of),
    stars: whole.stars.map((star) => ({
      ...star,
      node: of(star.node),
      ...(star.behind ? { behind: star.behind.map(of) } : {}),
    })),
    keywords: new Map([...whole.keywords].map(([name, node]) => [name, of(node)])),
    doubleStars: whole.doubleStars.map(of),
  };
}
