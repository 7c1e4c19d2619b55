import { type ComprehensionShape, comprehension, type NodeId } from '../../parse/nodes.ts';
import { GUARD, NO_OP, OP, type OpId } from '../ir.ts';
import type { Lowering } from './lowering.ts';
import { assignList } from './targets.ts';

/**
 * A comprehension, inline in its function: its names are variables of their own, its work is taken to run where it
 * stands. For a generator expression that errs toward running early.
 */
export function lowerComprehension(l: Lowering, node: NodeId, container: number): OpId {
  const shape = comprehension(l.table, node);
  const outer = l.scope;
  const suspended = l.known.suspend();
  const base = l.state;
  const elements: number[] = [];
  const fork = l.branch(l.guard, () => {
    lowerClauses(l, node, shape);
    for (const { star, node: element } of shape.elements) {
      const value = l.expression(element);
      elements.push(star ? -2 - value : value);
    }
  });
  l.scope = outer;
  l.merge(base, [base.fork(), fork]);
  l.known.resume(suspended);
  return l.emit(OP.Comprehension, node, container, l.writer.list(elements));
}

function lowerClauses(l: Lowering, node: NodeId, shape: ComprehensionShape): void {
  const scope = l.scopes.byNode.get(node);
  shape.clauses.forEach((clause, index) => {
    if (clause.kind === 'if') {
      const test = l.expression(clause.test);
      l.emit(OP.Test, clause.test, test);
      l.guard = l.testGuard(test, true);
      return;
    }
    const iterable = l.expression(clause.iterable);
    if (index === 0 && scope) l.scope = scope;
    const element = l.emit(OP.Iterate, clause.iterable, iterable, clause.async ? 1 : 0);
    l.guard = l.writer.newGuard(l.guard, GUARD.loop, NO_OP, true);
    assignList(l, clause.target, element, clause.iterable);
  });
}
