import * as K from '../../parse/kind-numbers.ts';
import {
  argumentsOf,
  attributeOf,
  type ComprehensionShape,
  callShape,
  comprehension,
  type NodeId,
} from '../../parse/nodes.ts';
import { CONTAINER, GUARD, NO_OP, OP, type OpId } from '../ir.ts';
import type { Items } from './known-contents.ts';
import type { Lowering } from './lowering.ts';
import { assignList } from './targets.ts';

/**
 * A comprehension, inline in its function: its names are variables of their own, its work is taken to run where it
 * stands. For a generator expression that errs toward running early.
 */
export function lowerComprehension(l: Lowering, node: NodeId, container: number): OpId {
  const shape = comprehension(l.table, node);
  const listed = listedItems(l, node, container, shape);
  if (listed) return listed.op;
  const outer = l.scope;
  const suspended = l.known.suspend();
  const base = l.state;
  const elements: number[] = [];
  let within = l.guard;
  const fork = l.branch(l.guard, () => {
    lowerClauses(l, node, shape);
    for (const { star, node: element } of shape.elements) {
      const value = l.expression(element);
      elements.push(star ? -2 - value : value);
    }
    within = l.guard;
  });
  l.scope = outer;
  l.merge(base, [base.fork(), fork]);
  l.known.resume(suspended);
  return l.emit(OP.Comprehension, node, container, l.writer.list(elements), within);
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

/** Items that are written out one by one, at most. */
const MOST_ITEMS = 8;

/**
 * `[f for f in (a, b)]`, `{f.__name__: f for f in known}`: a display, where the items are known and what is made of
 * each does nothing of note, so that to write it out item by item tells nothing twice.
 */
function listedItems(
  l: Lowering,
  node: NodeId,
  container: number,
  { clauses, elements }: ComprehensionShape,
): { readonly op: OpId } | undefined {
  const [clause] = clauses;
  if (container === CONTAINER.generator || clauses.length !== 1) return undefined;
  if (clause?.kind !== 'for' || clause.async) return undefined;
  if (!elements.every(({ star, node: element }) => !star && isPlain(l, element))) return undefined;
  const items = itemsKnownAt(l, clause.iterable);
  if (!items || items.size > MOST_ITEMS) return undefined;
  const outer = l.scope;
  const made: number[] = [];
  l.scope = l.scopes.byNode.get(node) ?? outer;
  for (const { value } of items.values()) {
    assignList(l, clause.target, value, clause.iterable);
    for (const { node: element } of elements) made.push(l.expression(element));
  }
  l.scope = outer;
  return { op: l.emit(OP.Container, node, container, l.writer.list(made)) };
}

/** The items of a sequence that is written here, or held by a name and known. */
function itemsKnownAt(l: Lowering, iterable: NodeId): Items | undefined {
  const kind = l.table.kind[iterable];
  if (kind === K.CallExpression) return pairsKnownAt(l, iterable);
  const isDisplay = kind === K.ArrayExpression || kind === K.TupleExpression;
  const op = isDisplay && isFlat(l, iterable) ? l.expression(iterable) : l.known.copyOf(iterable);
  return op !== NO_OP && l.known.isSequence(op) ? l.known.displayed(op) : undefined;
}

/** What `enumerate(known)` and `zip(known, other)` give (library/functions): tuples, as many as the shortest has. */
function pairsKnownAt(l: Lowering, call: NodeId): Items | undefined {
  const shape = callShape(l.table, call);
  const name = l.table.kind[shape.callee] === K.VariableName ? l.text(shape.callee) : '';
  const given = argumentsOf(l.table, shape.arguments);
  if (name !== 'zip' && !(name === 'enumerate' && given.length === 1)) return undefined;
  if (!given.every(({ kind }) => kind === 'positional')) return undefined;
  const callee = l.expression(shape.callee);
  if (l.writer.kind[callee] !== OP.LoadName) return undefined;
  const sources: (readonly OpId[])[] = [];
  for (const { value } of given) {
    const items = l.table.kind[value] === K.CallExpression ? undefined : itemsKnownAt(l, value);
    if (!items || items.size > MOST_ITEMS) return undefined;
    sources.push([...items.values()].map((item) => item.value));
  }
  l.expression(call);
  const count = Math.min(...sources.map(({ length }) => length));
  const pairs: Items = new Map();
  for (let index = 0; index < count; index++) {
    const counted =
      name === 'enumerate' ? [l.emit(OP.Const, call, l.writer.constant({ kind: 'int', value: index }))] : [];
    const parts = [...counted, ...sources.map((source) => source[index]!)];
    const value = l.emit(OP.Container, call, CONTAINER.tuple, l.writer.list(parts));
    pairs.set(`i${index}`, { key: NO_OP, value });
  }
  return pairs;
}

/** Whether a display holds names and constants alone, so that to lower it once more tells nothing twice. */
const isFlat = (l: Lowering, display: NodeId): boolean =>
  l.table.children(display).every((child) => PUNCTUATION.has(l.table.kind[child]!) || isPlain(l, child));

const PUNCTUATION = new Set<number>([K.parenOpen, K.parenClose, K.bracketOpen, K.bracketClose, K.comma]);

/** A name, a constant, `x.__name__`, or a tuple of such. */
function isPlain(l: Lowering, node: NodeId): boolean {
  switch (l.table.kind[node]) {
    case K.VariableName:
    case K.NumberLiteral:
    case K.StringLiteral:
    case K.BooleanLiteral:
    case K.None:
      return true;
    case K.TupleExpression:
      return isFlat(l, node);
    case K.MemberExpression: {
      const attribute = attributeOf(l.table, node);
      return (
        attribute >= 0 && l.text(attribute) === '__name__' && isPlain(l, l.table.firstChild(node) as NodeId)
      );
    }
    default:
      return false;
  }
}
