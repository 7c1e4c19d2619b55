import * as K from '../../parse/kind-numbers.ts';
import {
  argumentsOf,
  binaryShape,
  callShape,
  displayItems,
  innerExpression,
  type ListItem,
  memberShape,
  type NodeId,
  type SliceShape,
  unaryShape,
} from '../../parse/nodes.ts';
import { CONTAINER, NO_OP, type OpId } from '../ir.ts';
import { calculated, keyOfTuple } from '../literals.ts';
import type { Items } from './known-contents.ts';
import type { Lowering } from './lowering.ts';

/** `container[key]` and `container[a:b]`. */
export function subscript(l: Lowering, container: OpId, link: NodeId): OpId {
  const { subscript: keys } = memberShape(l.table, link);
  const only = keys?.slices[0];
  if (!keys || !only) return NO_OP;
  if (only.bounds && !keys.tuple) return slice(l, container, link, only);
  const key = keys.tuple ? sliceKey(l, keys.slices) : constantNode(l, only.value);
  return key === undefined ? NO_OP : l.known.item(container, key);
}

/**
 * The key that an expression stands for: a literal, a name that holds one, a sum or tuple of such. No op that does
 * anything is lowered.
 */
export function constantNode(l: Lowering, node: NodeId, depth = 0): string | undefined {
  if (depth > DEEPEST) return undefined;
  switch (l.table.kind[node]) {
    case K.NumberLiteral:
    case K.StringLiteral:
    case K.BooleanLiteral:
    case K.None:
      return l.known.keyOf(l.expression(node));
    case K.UnaryExpression: {
      const { operator, operand } = unaryShape(l.table, node);
      const value = operator === '-' ? integer(constantNode(l, operand, depth + 1)) : undefined;
      return value === undefined ? undefined : `i${-value}`;
    }
    case K.VariableName:
      return l.known.keyOf(l.versionHere(node));
    case K.ParenthesizedExpression:
      return constantNode(l, innerExpression(l.table, node), depth + 1);
    case K.CallExpression:
      return isLengthOfKnown(l, node) ? l.known.keyOf(l.expression(node)) : undefined;
    case K.TupleExpression:
      return tupleKey(l, displayItems(l.table, node), depth);
    case K.BinaryExpression: {
      const { left, operator, right } = binaryShape(l.table, node);
      const first = integer(constantNode(l, left, depth + 1));
      const second = first === undefined ? first : integer(constantNode(l, right, depth + 1));
      const total = calculated(operator, first, second);
      return total === undefined ? undefined : `i${total}`;
    }
    default:
      return undefined;
  }
}

/** `len(x)` of a name whose items are known: the call is lowered, and gives a constant. */
function isLengthOfKnown(l: Lowering, node: NodeId): boolean {
  const { callee, arguments: list } = callShape(l.table, node);
  if (!l.table.is(callee, K.VariableName) || l.text(callee) !== 'len') return false;
  const [only, ...rest] = argumentsOf(l.table, list);
  return only?.kind === 'positional' && rest.length === 0 && l.known.named(only.value) !== NO_OP;
}

/** Expressions within expressions that are looked through. */
const DEEPEST = 4;

function tupleKey(l: Lowering, items: readonly ListItem[], depth: number): string | undefined {
  const keys = items.map(({ star, node }) => (star ? undefined : constantNode(l, node, depth + 1)));
  return keys.includes(undefined) ? undefined : keyOfTuple(keys as string[]);
}

/** The key of `container[a, b]`. */
function sliceKey(l: Lowering, slices: readonly SliceShape[]): string | undefined {
  if (slices.some(({ bounds }) => bounds)) return undefined;
  return tupleKey(
    l,
    slices.map(({ star, value }) => ({ star: star ? 1 : 0, node: value })),
    0,
  );
}

const integer = (key: string | undefined): number | undefined =>
  key?.startsWith('i') ? Number(key.slice(1)) : undefined;

function slice(l: Lowering, container: OpId, link: NodeId, { bounds }: SliceShape): OpId {
  const items = l.known.items(container);
  if (!items || !bounds || !l.known.isSequence(container)) return NO_OP;
  const numbers = bounds.map((bound) => (bound < 0 ? undefined : Number(constantNode(l, bound)?.slice(1))));
  if (numbers.some((value) => value !== undefined && !Number.isInteger(value))) return NO_OP;
  const values = [...items.values()];
  return l.known.display(container, renumbered(sliced(values, numbers)), link);
}

/** `values[from:to:step]` as Python has it. */
function sliced<T>(values: readonly T[], [from, to, step = 1]: readonly (number | undefined)[]): T[] {
  const { length } = values;
  if (step === 0) return [];
  const place = (at: number | undefined, otherwise: number): number => {
    if (at === undefined) return otherwise;
    const least = step > 0 ? 0 : -1;
    const most = step > 0 ? length : length - 1;
    return Math.min(Math.max(at < 0 ? at + length : at, least), most);
  };
  const start = place(from, step > 0 ? 0 : length - 1);
  const stop = place(to, step > 0 ? length : -1);
  const found: T[] = [];
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) found.push(values[at]!);
  return found;
}

type Item = { readonly key: OpId; readonly value: OpId };
export const item = (value: OpId): Item => ({ key: NO_OP, value });

export function renumbered(values: readonly Item[]): Items {
  return new Map(values.map((value, index) => [`i${index}`, value]));
}

/** `name[key] = value` where the contents are known. */
export function assignKnown(l: Lowering, target: NodeId, value: OpId): boolean {
  const shape = memberShape(l.table, target);
  const container = shape.attribute === undefined ? knownObject(l, shape.object) : NO_OP;
  const items = container === NO_OP ? undefined : l.known.items(container);
  const only = shape.subscript?.slices[0];
  if (!items || !only || only.bounds || shape.subscript?.tuple) return false;
  if (l.writer.a[container] === CONTAINER.tuple) return false;
  const key = constantNode(l, only.value);
  const place = key === undefined ? undefined : position(l, container, items, key);
  if (place === undefined) return false;
  const before = items.get(place);
  const op = before?.key ?? (l.known.isSequence(container) ? NO_OP : l.expression(only.value));
  const held = l.known.release(value);
  l.known.change(container, new Map(items).set(place, { key: op, value: held }), target);
  return true;
}

/** Key of an item that may be written: of a sequence only one that is there. */
function position(l: Lowering, container: OpId, items: Items, key: string): string | undefined {
  if (!l.known.isSequence(container)) return key;
  const place = key.startsWith('i-') ? `i${items.size + Number(key.slice(1))}` : key;
  return items.has(place) ? place : undefined;
}

/** `del name[key]` where the contents are known. */
export function removeKnown(l: Lowering, target: NodeId): boolean {
  const shape = memberShape(l.table, target);
  const container = shape.attribute === undefined ? knownObject(l, shape.object) : NO_OP;
  const items = container === NO_OP ? undefined : l.known.items(container);
  const only = shape.subscript?.slices[0];
  if (!items || !only || only.bounds || shape.subscript?.tuple) return false;
  const key = constantNode(l, only.value);
  const place = key === undefined ? undefined : position(l, container, items, key);
  if (place === undefined || !items.has(place)) return false;
  const rest = new Map(items);
  rest.delete(place);
  const left = l.known.isSequence(container) ? renumbered([...rest.values()]) : rest;
  l.known.change(container, left, target);
  return true;
}

/** The container that `name` or `name[key]...` holds, if its contents are known. */
function knownObject(l: Lowering, node: NodeId): OpId {
  if (l.table.kind[node] !== K.MemberExpression) return l.known.named(node);
  const shape = memberShape(l.table, node);
  if (shape.attribute !== undefined) return NO_OP;
  const outer = knownObject(l, shape.object);
  if (outer === NO_OP) return NO_OP;
  const inner = subscript(l, outer, node);
  return inner !== NO_OP && l.known.isKnown(inner) ? inner : NO_OP;
}

/** `name += display`, `name |= display` where the contents are known. */
export function updateKnown(l: Lowering, target: NodeId, operator: string, value: OpId): boolean {
  const container = l.known.named(target);
  const items = container === NO_OP ? undefined : l.known.items(container);
  const more = l.known.displayed(value);
  if (!items || !more || l.writer.a[container] === CONTAINER.tuple) return false;
  if (operator === '+' && l.known.isSequence(container)) {
    l.known.change(container, renumbered([...items.values(), ...more.values()]), target);
    return true;
  }
  if (operator !== '|' || l.known.isSequence(container)) return false;
  l.known.change(container, new Map([...items, ...more]), target);
  return true;
}
