import * as K from '../../parse/kind-numbers.ts';
import {
  assignShape,
  ifShape,
  type ListShape,
  memberShape,
  type NodeId,
  operandsOf,
  statementsOf,
  typeAliasShape,
  updateShape,
  withShape,
} from '../../parse/nodes.ts';
import { type GuardId, NO_OP, OP, type OpId } from '../ir.ts';
import { lowerAnnotation, lowerDefinition } from './definitions.ts';
import { recordExports } from './exports.ts';
import { lowerImport } from './imports.ts';
import { updateKnown } from './known-subscripts.ts';
import { lowerList } from './lists.ts';
import { lowerFor, lowerJump, lowerWhile } from './loops.ts';
import type { Lowering } from './lowering.ts';
import { lowerMatch } from './patterns.ts';
import type { FlowState } from './state.ts';
import { assign, assignList, remove } from './targets.ts';
import { lowerTry } from './tries.ts';

export function lowerStatement(l: Lowering, node: NodeId): void {
  switch (l.table.kind[node]) {
    case K.ExpressionStatement:
      if (isLoneLiteral(l, node)) return;
      recordExports(l, node);
      for (const item of operandsOf(l.table, node).items) l.expression(item.node);
      return;
    case K.AssignStatement:
      return lowerAssign(l, node);
    case K.UpdateStatement:
      return lowerUpdate(l, node);
    case K.FunctionDefinition:
    case K.ClassDefinition:
    case K.DecoratedStatement:
      return lowerDefinition(l, node);
    case K.ImportStatement:
      return lowerImport(l, node);
    case K.IfStatement:
      return lowerIf(l, node);
    case K.ForStatement:
      return lowerFor(l, node);
    case K.WhileStatement:
      return lowerWhile(l, node);
    case K.TryStatement:
      return lowerTry(l, node);
    case K.WithStatement:
      return lowerWith(l, node);
    case K.MatchStatement:
      return lowerMatch(l, node);
    default:
      return lowerSimple(l, node);
  }
}

/** A docstring, or `...` for a body: it does nothing, and there are many. */
function isLoneLiteral(l: Lowering, node: NodeId): boolean {
  const only = l.table.firstChild(node);
  if (only < 0 || l.table.nextSibling(only) >= 0) return false;
  const kind = l.table.kind[only];
  return kind === K.StringLiteral || kind === K.Ellipsis;
}

function lowerSimple(l: Lowering, node: NodeId): void {
  switch (l.table.kind[node]) {
    case K.ReturnStatement: {
      const value = operandsOf(l.table, node);
      const op = value.items.length ? lowerList(l, value, node) : NO_OP;
      l.emit(OP.Return, node, op);
      l.state.dead = true;
      return;
    }
    case K.RaiseStatement: {
      const [error, cause] = operandsOf(l.table, node).items;
      const op = error ? l.expression(error.node) : NO_OP;
      const from = cause ? l.expression(cause.node) : NO_OP;
      l.emit(OP.Raise, node, op, 0, from);
      l.state.dead = true;
      return;
    }
    case K.BreakStatement:
      return lowerJump(l, 'break');
    case K.ContinueStatement:
      return lowerJump(l, 'continue');
    case K.YieldStatement:
      l.expression(node);
      return;
    case K.DeleteStatement:
      for (const item of operandsOf(l.table, node).items) remove(l, item.node);
      return;
    case K.AssertStatement:
      return lowerAssert(l, node);
    case K.TypeDefinition:
      return lowerTypeAlias(l, node);
    case K.PrintStatement:
      for (const item of operandsOf(l.table, node).items) l.expression(item.node);
      return;
    default:
  }
}

function lowerAssign(l: Lowering, node: NodeId): void {
  const shape = assignShape(l.table, node);
  // annotations of a function's local names are never run (PEP 526)
  const local = l.scope.activation === l.scope && l.scope.kind !== 'module';
  const annotation = local ? NO_OP : lowerAnnotation(l, shape.annotation);
  const target = shape.targets[0]?.items[0]?.node;
  if (shape.annotation >= 0 && target !== undefined) declareOn(l, target, shape.annotation);
  if (!shape.value) {
    if (annotation !== NO_OP) declare(l, target, annotation, NO_OP);
    return;
  }
  recordExports(l, node);
  const value = lowerList(l, shape.value, node);
  for (const target of shape.targets) assignList(l, target, value, node);
  if (annotation !== NO_OP) declare(l, target, annotation, value);
}

/** `self.x: T` in a function: the annotation as a text, since no version runs it there (PEP 526). */
function declareOn(l: Lowering, target: NodeId, annotation: NodeId): void {
  if (l.scope.kind !== 'function' || !l.table.is(target, K.MemberExpression)) return;
  const { object, attribute } = memberShape(l.table, target);
  if (attribute === undefined || !l.table.is(object, K.VariableName)) return;
  const text = l.emit(OP.Const, annotation, l.writer.constant({ kind: 'str', value: l.text(annotation) }));
  l.emit(OP.Field, target, l.expression(object), l.name(attribute), l.writer.list([text, NO_OP]));
}

/** `x: T` in a class body, with a value or without: decorators and metaclasses make fields of such names. */
function declare(l: Lowering, target: NodeId | undefined, annotation: OpId, value: OpId): void {
  if (target === undefined || !l.table.is(target, K.VariableName) || l.scope.kind !== 'class') return;
  const list = l.writer.list([annotation, value]);
  l.emit(OP.Field, target, l.classes[l.classIndex]!.op, l.nameOf(l.identifier(target)), list);
}

function lowerUpdate(l: Lowering, node: NodeId): void {
  recordExports(l, node);
  const shape = updateShape(l.table, node);
  const known = l.known.named(shape.target);
  if (known !== NO_OP && isDisplay(l, shape.value)) {
    const added = lowerList(l, shape.value, node);
    if (updateKnown(l, shape.target, shape.operator, added)) return;
  }
  const before = l.expression(shape.target);
  const value = lowerList(l, shape.value, node);
  const op = l.emit(OP.InPlace, node, before, value, l.writer.name(shape.operator));
  assign(l, shape.target, op);
}

function isDisplay(l: Lowering, { items, tuple }: ListShape): boolean {
  const [only] = items;
  const kind = only && !tuple ? l.table.kind[only.node] : undefined;
  return kind === K.ArrayExpression || kind === K.DictionaryExpression;
}

function lowerIf(l: Lowering, node: NodeId): void {
  const { branches, otherwise } = ifShape(l.table, node);
  const base = l.state;
  const outer = l.guard;
  const forks: FlowState[] = [];
  let survivors = 0;
  let decides = NO_OP;
  let surviving = outer;
  for (const { test, body } of branches) {
    const condition = l.expression(test);
    if (test >= 0) l.emit(OP.Test, test, condition);
    decides = condition;
    const taken = l.testGuard(condition, true);
    const fork = l.branch(taken, () => block(l, body));
    forks.push(fork);
    if (!fork.dead) {
      survivors++;
      surviving = taken;
    }
    l.guard = l.testGuard(condition, false);
  }
  const rest = l.branch(l.guard, () => block(l, otherwise));
  forks.push(rest);
  if (!rest.dead) {
    survivors++;
    surviving = l.guard;
  }
  l.merge(base, forks, forks.length === 2 ? decides : NO_OP);
  // what follows runs only where one branch lets control through: `if win32: return`
  l.guard = survivors === 1 ? surviving : outer;
}

/** Statements of a block; a guard that an early exit inside left in force ends with it. */
export function block(l: Lowering, body: NodeId): void {
  const outer: GuardId = l.guard;
  for (const statement of statementsOf(l.table, body)) l.statement(statement);
  l.guard = outer;
}

/** Entry and exit of each item stand at the item: what `__exit__` does is a finding there. */
function lowerWith(l: Lowering, node: NodeId): void {
  const shape = withShape(l.table, node);
  const entered = shape.items.map((item) => {
    const context = l.expression(item.context);
    const value = l.emit(OP.Enter, item.context, context, shape.async ? 1 : 0);
    if (item.target >= 0) assign(l, item.target, value);
    return { item, context };
  });
  for (const statement of statementsOf(l.table, shape.body)) l.statement(statement);
  // what was entered may swallow an exception, also one raised before a `return`
  l.state.dead = false;
  for (const { item, context } of entered.reverse()) {
    l.emit(OP.Exit, item.context, context, shape.async ? 1 : 0);
  }
}

function lowerAssert(l: Lowering, node: NodeId): void {
  const [test, message] = operandsOf(l.table, node).items;
  if (!test) return;
  const condition = l.expression(test.node);
  l.emit(OP.Test, test.node, condition);
  if (message) {
    const base = l.state;
    const fork = l.branch(l.testGuard(condition, false), () => {
      l.expression(message.node);
    });
    l.merge(base, [base.fork(), fork]);
  }
  l.guard = l.testGuard(condition, true);
}

function lowerTypeAlias(l: Lowering, node: NodeId): void {
  const shape = typeAliasShape(l.table, node);
  if (shape.name >= 0) l.write(shape.name, l.emit(OP.Unknown, node));
}
