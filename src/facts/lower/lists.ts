import type { ListItem, ListShape, NodeId } from '../../parse/nodes.ts';
import { CONTAINER, OP, type OpId } from '../ir.ts';
import type { Lowering } from './lowering.ts';

/** `a, *b` without brackets: a tuple, or the one expression. */
export function lowerList(l: Lowering, list: ListShape, node: NodeId): OpId {
  const only = list.items[0];
  if (!list.tuple && only) return l.expression(only.node);
  return l.emit(OP.Container, node, CONTAINER.tuple, l.writer.list(lowerItems(l, list.items)));
}

export function lowerItems(l: Lowering, items: readonly ListItem[]): number[] {
  return items.flatMap(({ star, node }) => {
    if (!star) return [l.expression(node)];
    const copy = l.known.copyOf(node);
    const known = copy < 0 ? undefined : l.known.displayed(copy);
    if (known && l.known.isSequence(copy)) return [...known.values()].map(({ value }) => value);
    return [-2 - (copy < 0 ? l.expression(node) : copy)];
  });
}
