import * as K from '../../parse/kind-numbers.ts';
import {
  argumentsOf,
  assignShape,
  callShape,
  displayItems,
  memberShape,
  type NodeId,
  operandsOf,
  updateShape,
} from '../../parse/nodes.ts';
import { stringConstant } from '../literals.ts';
import type { Lowering } from './lowering.ts';

/**
 * Keeps track of `__all__` at module level: `= [...]`, `+= [...]`, `.append("x")`, `.extend([...])`. Other ways to
 * build it are not seen; a star import then takes the listed names only, which errs toward missing some.
 */
export function recordExports(l: Lowering, node: NodeId): void {
  if (l.scope !== l.scopes.module) return;
  const { table } = l;
  switch (table.kind[node]) {
    case K.AssignStatement: {
      const { targets, value } = assignShape(table, node);
      const target = targets[0]?.items[0]?.node;
      if (target === undefined || l.text(target) !== '__all__' || !value) return;
      l.exports = value.items.flatMap((item) =>
        value.tuple ? literal(l, item.node) : strings(l, item.node),
      );
      return;
    }
    case K.UpdateStatement: {
      const { target, value } = updateShape(table, node);
      if (target < 0 || l.text(target) !== '__all__') return;
      l.exports = [...(l.exports ?? []), ...value.items.flatMap((item) => strings(l, item.node))];
      return;
    }
    default: {
      const call = operandsOf(table, node).items[0]?.node;
      if (call !== undefined && table.is(call, K.CallExpression)) recordMethod(l, call);
    }
  }
}

function recordMethod(l: Lowering, call: NodeId): void {
  const { callee, arguments: list } = callShape(l.table, call);
  if (!l.table.is(callee, K.MemberExpression)) return;
  const { object, attribute } = memberShape(l.table, callee);
  if (attribute === undefined || l.text(object) !== '__all__') return;
  const method = l.text(attribute);
  const values = argumentsOf(l.table, list).map((argument) => argument.value);
  const names = values.flatMap((value) =>
    method === 'append' ? literal(l, value) : method === 'extend' ? strings(l, value) : [],
  );
  l.exports = [...(l.exports ?? []), ...names];
}

function strings(l: Lowering, node: NodeId): string[] {
  const { table } = l;
  if (table.is(node, K.BinaryExpression)) return table.children(node).flatMap((child) => strings(l, child));
  if (!table.is(node, K.ArrayExpression) && !table.is(node, K.TupleExpression)) return [];
  return displayItems(table, node).flatMap((item) => literal(l, item.node));
}

function literal(l: Lowering, node: NodeId): string[] {
  if (!l.table.is(node, K.StringLiteral)) return [];
  const value = stringConstant(l.text(node));
  return value.kind === 'str' ? [value.value] : [];
}
