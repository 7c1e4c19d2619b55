import { OP, type OpId } from '../../facts/ir.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';

/** Exceptions of the project's classes that leave an activation. Errs toward those that it catches itself. */
function raisedIn(f: Flow, activation: Activation): Node {
  let node = f.raised.get(-1 - activation.id);
  if (node === undefined) {
    node = f.p.solver.nodes(1);
    f.raised.set(-1 - activation.id, node);
  }
  return node;
}

/** Exceptions that come out of an op. */
export function raisedAt(f: Flow, activation: Activation, op: OpId): Node {
  const key = f.p.node(activation, op);
  let node = f.raised.get(key);
  if (node === undefined) {
    node = f.p.solver.nodes(1);
    f.raised.set(key, node);
    f.p.solver.flow(node, raisedIn(f, activation));
  }
  return node;
}

/** An op runs code of an activation: what that raises comes out of the op, where the program is followed closely. */
export function passRaised(f: Flow, { activation, op }: Site, callee: Activation): void {
  if (f.contexts.isClose) f.p.solver.flow(raisedIn(f, callee), raisedAt(f, activation, op));
}

/** `generator.throw(e)`: it comes out of every op of the generator, since any `yield` may have been the last. */
export function throwInto(f: Flow, error: Node, generator: Activation): void {
  if (!f.contexts.isClose) return;
  const { start, end } = generator.file.facts.functions[generator.index]!;
  for (let op = start; op < end; op++) {
    if (generator.file.facts.kind[op] === OP.Yield)
      f.p.solver.flow(error, raisedAt(f, generator, op as OpId));
  }
}
