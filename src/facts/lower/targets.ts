import * as K from '../../parse/kind-numbers.ts';
import { type ListShape, listShape, memberShape, type NodeId } from '../../parse/nodes.ts';
import { CONTAINER, OP, type OpId } from '../ir.ts';
import { assignKnown, removeKnown } from './known-subscripts.ts';
import type { Lowering } from './lowering.ts';

/** Assigns to `a`, or unpacks into `a, *b`. */
export function assignList(l: Lowering, targets: ListShape, value: OpId, node: NodeId): void {
  const only = targets.items[0];
  if (only && !targets.tuple) return assign(l, only.node, value);
  unpack(l, targets, value, node);
}

/** Assigns to one target: a name, attribute, subscript or bracketed list (language reference 7.2). */
export function assign(l: Lowering, target: NodeId, value: OpId): void {
  const { table } = l;
  switch (table.kind[target]) {
    case K.VariableName:
      return l.write(target, value);
    case K.MemberExpression:
      return assignMember(l, target, value);
    case K.ParenthesizedExpression: {
      const inner = listShape(table, table.children(target)).items[0];
      if (inner) assign(l, inner.node, value);
      return;
    }
    case K.TupleExpression:
    case K.ArrayExpression:
      return unpack(l, { ...listShape(table, table.children(target)), tuple: true }, value, target);
    default:
  }
}

function assignMember(l: Lowering, target: NodeId, value: OpId): void {
  if (assignKnown(l, target, value)) return;
  const shape = memberShape(l.table, target);
  const object = l.expression(shape.object);
  if (shape.attribute !== undefined) {
    const op = l.emit(OP.SetAttribute, target, object, l.name(shape.attribute), value);
    l.writer.pointAt(op, l.table.from[shape.attribute]!, l.table.to[shape.attribute]!);
    return;
  }
  const key = subscriptKey(l, target);
  const op = l.emit(OP.SetItem, target, object, key, value);
  l.writer.pointAt(op, l.table.from[shape.object]!, l.table.to[shape.object]!);
}

/** Key of a subscript that is a target; lowered by way of `parts`, since expressions lower targets too. */
function subscriptKey(l: Lowering, target: NodeId): OpId {
  const { subscript } = memberShape(l.table, target);
  const items = (subscript?.slices ?? []).map((slice) =>
    slice.bounds ? l.emit(OP.Unknown, target) : l.expression(slice.value),
  );
  if (items.length === 1 && !subscript?.tuple) return items[0]!;
  return l.emit(OP.Container, target, CONTAINER.tuple, l.writer.list(items));
}

function unpack(l: Lowering, targets: ListShape, value: OpId, node: NodeId): void {
  const direct = matchingItems(l, targets, value, node);
  if (direct) {
    targets.items.forEach((item, index) => {
      assign(l, item.node, direct[index] as OpId);
    });
    return;
  }
  const starAt = targets.items.findIndex((item) => item.star === 1);
  const length = targets.items.length;
  targets.items.forEach((item, index) => {
    const position = starAt >= 0 && index > starAt ? index - length : index;
    const part = l.emit(OP.Unpack, node, value, position, item.star === 1 ? 1 : 0);
    assign(l, item.node, part);
  });
}

/** `a, b = x, y`: the values themselves, where display and targets pair off one by one. */
function matchingItems(l: Lowering, targets: ListShape, value: OpId, node: NodeId): number[] | undefined {
  const { writer } = l;
  if (writer.kind[value] !== OP.Container || writer.a[value] === CONTAINER.dict) return undefined;
  const items = [...writer.listAt(writer.b[value]!)];
  if (writer.a[value] === CONTAINER.set || items.some((item) => item < 0)) return undefined;
  const star = targets.items.findIndex((item) => item.star === 1);
  if (star < 0) return items.length === targets.items.length ? items : undefined;
  const taken = items.length - targets.items.length + 1;
  if (taken < 0 || targets.items.some((item, index) => item.star === 1 && index !== star)) return undefined;
  const rest = l.emit(OP.Container, node, CONTAINER.list, writer.list(items.slice(star, star + taken)));
  return [...items.slice(0, star), rest, ...items.slice(star + taken)];
}

/** `del a, b.c, d[1]`. */
export function remove(l: Lowering, target: NodeId): void {
  const { table } = l;
  switch (table.kind[target]) {
    case K.VariableName:
      return l.remove(target);
    case K.MemberExpression: {
      if (removeKnown(l, target)) return;
      const shape = memberShape(table, target);
      const object = l.expression(shape.object);
      if (shape.attribute === undefined) {
        const op = l.emit(OP.DeleteItem, target, object, subscriptKey(l, target));
        l.writer.pointAt(op, table.from[shape.object]!, table.to[shape.object]!);
        return;
      }
      const op = l.emit(OP.DeleteAttribute, target, object, l.name(shape.attribute));
      l.writer.pointAt(op, table.from[shape.attribute]!, table.to[shape.attribute]!);
      return;
    }
    case K.ParenthesizedExpression:
    case K.TupleExpression:
    case K.ArrayExpression:
      for (const { node } of listShape(table, table.children(target)).items) remove(l, node);
      return;
    default:
  }
}
