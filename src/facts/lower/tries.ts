import { type HandlerShape, type NodeId, statementsOf, tryShape } from '../../parse/nodes.ts';
import { GUARD, NO_OP, OP, type OpId } from '../ir.ts';
import { lowerList } from './lists.ts';
import type { Lowering, WriteRecord } from './lowering.ts';
import type { FlowState } from './state.ts';

/**
 * `try`: a handler may start from any version that the body wrote; `finally` from any that body or handlers did.
 */
export function lowerTry(l: Lowering, node: NodeId): void {
  const shape = tryShape(l.table, node);
  l.known.suspend();
  const base = l.state;
  const start = l.writer.count;
  const written: WriteRecord = new Map();
  if (shape.final >= 0) l.records.push(written);
  const inBody: WriteRecord = new Map();
  l.records.push(inBody);
  const body = l.branch(l.guard, () => block(l, shape.body));
  l.records.pop();
  const end = l.writer.count;
  if (shape.handlers.length > 0) markRaises(l, start, end);
  const normal = continueFrom(l, body, shape.otherwise);
  const before: OpId[] = [];
  const handled = shape.handlers.map((handler) =>
    l.branch(l.writer.newGuard(l.guard, GUARD.handler, NO_OP, true), () => {
      startFrom(l, inBody);
      lowerHandler(l, handler, { start, end, before });
    }),
  );
  if (shape.final >= 0) l.records.pop();
  l.merge(base, [normal, ...handled]);
  if (shape.final < 0) return;
  const dead = l.state.dead;
  startFrom(l, written);
  l.state.dead = false;
  const last = l.writer.count;
  block(l, shape.final);
  if (l.state.dead) dropReturns(l, start, last);
  l.state.dead ||= dead;
}

/** A `finally` that leaves by itself takes the place of every `return` before it (language reference 8.4.4). */
function dropReturns(l: Lowering, start: number, end: number): void {
  for (let op = start; op < end; op++) if (l.writer.kind[op] === OP.Return) l.writer.a[op] = NO_OP;
}

/** What is raised here has a handler around it in its own function. */
function markRaises(l: Lowering, start: number, end: number): void {
  for (let op = start; op < end; op++) if (l.writer.kind[op] === OP.Raise) l.writer.b[op] = 1;
}

function block(l: Lowering, body: NodeId): void {
  for (const statement of statementsOf(l.table, body)) l.statement(statement);
}

/** The `else` block goes on where the body ended. */
function continueFrom(l: Lowering, body: FlowState, otherwise: NodeId): FlowState {
  if (otherwise < 0) return body;
  const base = l.state;
  l.state = body;
  block(l, otherwise);
  l.state = base;
  return body;
}

/** Each recorded variable becomes a join of the version in force and all recorded ones. */
function startFrom(l: Lowering, record: WriteRecord): void {
  for (const [variable, versions] of record) {
    l.state.set(
      variable.id,
      l.joinVersions(variable, [l.state.current(l.state.get(variable.id)), ...versions]),
    );
  }
}

/** The ops of a `try` block, and the types of the handlers that were asked before. */
interface Tried {
  readonly start: number;
  readonly end: number;
  readonly before: OpId[];
}

function lowerHandler(l: Lowering, handler: HandlerShape, { start, end, before }: Tried): void {
  const type = handler.type.items.length ? lowerList(l, handler.type, handler.type.items[0]!.node) : NO_OP;
  if (handler.name >= 0) {
    const tried = l.writer.list([start, end, ...before]);
    const caught = l.emit(OP.Catch, handler.name, type, tried, handler.isGroup ? 1 : 0);
    l.write(handler.name, caught);
  } else {
    const at = handler.type.items[0]?.node ?? handler.body;
    l.emit(OP.Catch, at, type, l.writer.list([start, end, ...before]), 2);
  }
  if (type !== NO_OP) before.push(type);
  block(l, handler.body);
  if (handler.name >= 0) l.remove(handler.name);
}
