import * as K from '../../parse/kind-numbers.ts';
import { binaryShape, dictionaryItems, type NodeId } from '../../parse/nodes.ts';
import { CONTAINER, NO_OP, OP, type OpId } from '../ir.ts';
import type { Items } from './known-contents.ts';
import { renumbered } from './known-subscripts.ts';
import type { Lowering } from './lowering.ts';

/**
 * `a + b` of lists and tuples, `a | b` of dicts where the contents of both are known: the container that they make.
 * Takes the operators off the spine. NO_OP: nothing is known, and nothing has been lowered.
 */
export function lowerMerged(l: Lowering, atom: NodeId, spine: NodeId[]): OpId {
  let value = NO_OP as OpId;
  for (;;) {
    const link = spine[spine.length - 1];
    if (link === undefined || l.table.kind[link] !== K.BinaryExpression) return value;
    if (value === NO_OP && !hasContents(l, atom)) return NO_OP;
    const { operator, right } = binaryShape(l.table, link);
    if ((operator !== '+' && operator !== '|') || !hasContents(l, right)) return value;
    if (value === NO_OP) value = contentsAt(l, atom);
    const first = l.known.displayed(value);
    const other = contentsAt(l, right);
    const second = l.known.displayed(other);
    spine.pop();
    const isDict = operator === '|';
    const kinds = [value, other].map((op) => l.writer.a[op]);
    const fit = isDict ? kinds.every((kind) => kind === CONTAINER.dict) : kinds[0] === kinds[1];
    value =
      first && second && fit && isDict !== l.known.isSequence(value)
        ? l.known.display(value, merged(first, second, isDict), link)
        : l.emit(OP.Binary, link, value, other, l.writer.name(operator));
    if (l.writer.kind[value] !== OP.Container) return value;
  }
}

const merged = (first: Items, second: Items, isDict: boolean): Items =>
  isDict ? new Map([...first, ...second]) : renumbered([...first.values(), ...second.values()]);

function hasContents(l: Lowering, node: NodeId): boolean {
  switch (l.table.kind[node]) {
    case K.VariableName:
      return l.known.named(node) !== NO_OP;
    case K.ArrayExpression:
    case K.TupleExpression:
    case K.DictionaryExpression:
      return true;
    default:
      return false;
  }
}

function contentsAt(l: Lowering, node: NodeId): OpId {
  const copy = l.known.copyOf(node);
  return copy === NO_OP ? l.expression(node) : copy;
}

/** A dict display; mappings of known contents are spread into it, later items before earlier ones. */
export function lowerDictionary(l: Lowering, node: NodeId): OpId {
  const items: number[] = [];
  let spreads = false;
  for (const { key, value } of dictionaryItems(l.table, node)) {
    if (key !== undefined) {
      items.push(l.expression(key), l.expression(value));
      continue;
    }
    const isKnown = hasContents(l, value);
    const op = isKnown ? contentsAt(l, value) : l.expression(value);
    const known = isKnown && l.writer.a[op] === CONTAINER.dict ? l.known.displayed(op) : undefined;
    for (const item of known?.values() ?? [{ key: NO_OP, value: op }]) items.push(item.key, item.value);
    if (known) spreads = true;
  }
  const list = spreads ? withoutReplaced(l, items) : items;
  return l.emit(OP.Container, node, CONTAINER.dict, l.writer.list(list));
}

/** Pairs of keys and values without those that a later one of the same key replaces, where all keys are known. */
function withoutReplaced(l: Lowering, items: readonly number[]): readonly number[] {
  const last: Map<string, readonly number[]> = new Map();
  for (let index = 0; index < items.length; index += 2) {
    const key = l.known.keyOf(items[index] as OpId);
    if (key === undefined) return items;
    last.set(key, [items[index]!, items[index + 1]!]);
  }
  return [...last.values()].flat();
}
