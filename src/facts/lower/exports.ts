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
 * Keeps track of `__all__` at module level: `= [...]`, `+= [...]`, `.append("x")`, `.extend([...])`. `*m` stands for
 * what `m.__all__` adds; `*` alone for names that cannot be read off: every public name may then be among them.
 */
export function recordExports(l: Lowering, node: NodeId): void {
  if (l.scope !== l.scopes.module) return;
  const { table } = l;
  switch (table.kind[node]) {
    case K.AssignStatement: {
      const { targets, value } = assignShape(table, node);
      const target = targets[0]?.items[0]?.node;
      if (target === undefined || l.text(target) !== '__all__' || !value) return;
      const names = value.items.flatMap((item) => (value.tuple ? element(l, item) : strings(l, item.node)));
      // in a branch it is one of several lists
      l.exports = l.guard === 0 ? names : [...(l.exports ?? []), ...names];
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
    method === 'append' ? element(l, { node: value }) : method === 'extend' ? strings(l, value) : [],
  );
  l.exports = [...(l.exports ?? []), ...names];
}

/** The names that a list, a tuple or a sum of them holds. */
function strings(l: Lowering, node: NodeId): string[] {
  const { table } = l;
  switch (table.kind[node]) {
    case K.BinaryExpression: {
      const [left, operator, right] = table.children(node);
      if (left === undefined || right === undefined || l.text(operator!) !== '+') return ['*'];
      return [...strings(l, left), ...strings(l, right)];
    }
    case K.ParenthesizedExpression:
      return table
        .children(node)
        .slice(1, -1)
        .flatMap((inner) => strings(l, inner));
    case K.ArrayExpression:
    case K.TupleExpression:
    case K.SetExpression:
      return displayItems(table, node).flatMap((item) => element(l, item));
    case K.MemberExpression: {
      const { object, attribute } = memberShape(table, node);
      const isAll = attribute !== undefined && l.text(attribute) === '__all__';
      return isAll && /^[\w.]+$/.test(l.text(object)) ? [`*${l.text(object)}`] : ['*'];
    }
    case K.CallExpression: {
      const { callee, arguments: list } = callShape(table, node);
      const [first] = argumentsOf(table, list);
      return first && COPIES.has(l.text(callee)) ? strings(l, first.value) : ['*'];
    }
    default:
      return ['*'];
  }
}

/** Calls that give the names they are given. */
const COPIES: ReadonlySet<string> = new Set(['list', 'tuple', 'set', 'sorted']);

function element(l: Lowering, { node, star }: { readonly node: NodeId; readonly star?: number }): string[] {
  if (star) return strings(l, node);
  if (!l.table.is(node, K.StringLiteral)) return ['*'];
  const value = stringConstant(l.text(node));
  return value.kind === 'str' ? [value.value] : ['*'];
}
