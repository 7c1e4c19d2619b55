import { forShape, type NodeId, statementsOf, whileShape } from '../../parse/nodes.ts';
import { GUARD, NO_OP, OP, type OpId } from '../ir.ts';
import { reboundIn, type Variable } from '../scopes.ts';
import { lowerList } from './lists.ts';
import type { LoopFrame, Lowering } from './lowering.ts';
import { assignList } from './targets.ts';

/** `for`: the iterable once, an element each round. */
export function lowerFor(l: Lowering, node: NodeId): void {
  const shape = forShape(l.table, node);
  const only = shape.iterable.tuple ? undefined : shape.iterable.items[0];
  const copy = only === undefined ? NO_OP : l.known.copyOf(only.node);
  const iterable = copy === NO_OP ? lowerList(l, shape.iterable, node) : copy;
  const at = shape.iterable.items[0]?.node ?? node;
  lowerLoop(l, node, shape.otherwise, () => {
    const element = l.emit(OP.Iterate, at, iterable, shape.async ? 1 : 0);
    assignList(l, shape.target, element, at);
    for (const statement of statementsOf(l.table, shape.body)) l.statement(statement);
  });
}

export function lowerWhile(l: Lowering, node: NodeId): void {
  const shape = whileShape(l.table, node);
  const forever = shape.test >= 0 && isTrue(l, shape.test);
  lowerLoop(
    l,
    node,
    shape.otherwise,
    () => {
      const test = l.expression(shape.test);
      if (shape.test >= 0) l.emit(OP.Test, shape.test, test);
      l.guard = l.testGuard(test, true);
      for (const statement of statementsOf(l.table, shape.body)) l.statement(statement);
    },
    forever,
  );
}

/** `while True`, `while 1`: only `break` leads out. */
function isTrue(l: Lowering, test: NodeId): boolean {
  return l.text(test) === 'True' || l.text(test) === '1';
}

/**
 * A loop body, lowered once: each variable that the loop rebinds starts as a join of what came before and of what
 * the rounds leave, which is filled in at the end.
 */
function lowerLoop(l: Lowering, node: NodeId, otherwise: NodeId, round: () => void, forever = false): void {
  l.captures.closureMade();
  l.captures.release();
  const rebound = reboundIn(l.scope, l.table.from[node]!, l.table.to[node]!);
  const variables = [...rebound].filter((variable) => l.flowSensitive(variable));
  const suspended = l.known.suspend();
  const frame: LoopFrame = { variables, continues: [], breaks: [] };
  const before = versions(l, variables);
  const headers = variables.map((variable) => {
    const join = l.emitAt(OP.Join, 0, 0);
    l.state.set(variable.id, join);
    return join;
  });
  const guard = l.writer.newGuard(l.guard, GUARD.loop, NO_OP, true);
  const outer = l.guard;
  const base = l.state;
  l.loops.push(frame);
  const body = l.branch(guard, round);
  l.loops.pop();
  if (!body.dead) frame.continues.push(variables.map((variable) => body.current(body.get(variable.id))));
  l.guard = outer;
  variables.forEach((variable, index) => {
    const inputs = [before[index], ...frame.continues.map((round) => round[index])];
    fillJoin(l, headers[index]!, variable, inputs);
  });
  l.state = base;
  l.known.resume(suspended);
  l.state.dead ||= forever;
  for (const statement of statementsOf(l.table, otherwise)) l.statement(statement);
  leaveLoop(l, frame);
}

/** After the loop: what its test or `else` leaves, joined with what each `break` took along. */
function leaveLoop(l: Lowering, frame: LoopFrame): void {
  if (frame.breaks.length === 0) return;
  const dead = l.state.dead;
  frame.variables.forEach((variable, index) => {
    const inputs = frame.breaks.map((taken) => taken[index]);
    if (!dead) inputs.push(l.state.current(l.state.get(variable.id)));
    l.state.set(variable.id, l.joinVersions(variable, inputs));
  });
  l.state.dead = false;
}

function versions(l: Lowering, variables: readonly Variable[]): (OpId | undefined)[] {
  return variables.map((variable) => l.state.current(l.state.get(variable.id)));
}

function fillJoin(l: Lowering, join: OpId, variable: Variable, inputs: readonly (OpId | undefined)[]): void {
  const distinct = new Set<number>();
  let unbound = false;
  for (const input of inputs) {
    if (input === undefined || input === NO_OP) unbound = true;
    else if (input !== join) distinct.add(input);
  }
  if (unbound && variable.scope.kind === 'module') {
    distinct.add(l.emitAt(OP.LoadBuiltin, 0, 0, l.nameOf(variable.name)));
  }
  l.writer.b[join] = l.writer.list([...distinct]);
}

/** `break` and `continue`: the innermost loop gets the versions in force, and control ends here. */
export function lowerJump(l: Lowering, kind: 'break' | 'continue'): void {
  const frame = l.loops[l.loops.length - 1];
  if (frame) frame[kind === 'break' ? 'breaks' : 'continues'].push(versions(l, frame.variables));
  l.state.dead = true;
}
