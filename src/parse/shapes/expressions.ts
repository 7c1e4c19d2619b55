import * as K from '../kind-numbers.ts';
import { NO_NODE, type NodeId, type SyntaxTable } from '../syntax-table.ts';
import { isComprehension, type ListShape, listShape } from './lists.ts';

/** One argument of a call or of a class statement. `generator`: the argument list is one bare generator. */
export interface ArgumentShape {
  readonly kind: 'positional' | 'star' | 'keyword' | 'double-star' | 'generator';
  /** The keyword's name; NO_NODE for the others. */
  readonly name: NodeId;
  /** For `generator` the argument list itself. */
  readonly value: NodeId;
}

/** Arguments of an ArgList node; none for NO_NODE. */
export function argumentsOf(table: SyntaxTable, list: NodeId): readonly ArgumentShape[] {
  if (list < 0) return [];
  if (isComprehension(table, list)) return [{ kind: 'generator', name: NO_NODE, value: list }];
  const found: ArgumentShape[] = [];
  let kind: ArgumentShape['kind'] = 'positional';
  let value: NodeId = NO_NODE;
  let name: NodeId = NO_NODE;
  for (let child = table.firstChild(list); child >= 0; child = table.nextSibling(child)) {
    const type = table.kind[child]!;
    if (type === K.star) kind = 'star';
    else if (type === K.doubleStar) kind = 'double-star';
    else if (type === K.AssignOp && value >= 0) {
      name = value;
      value = NO_NODE;
    } else if (type !== K.parenOpen && type !== K.parenClose && type !== K.Broken) {
      if (value >= 0) {
        found.push({ kind: name < 0 ? kind : 'keyword', name, value });
        kind = 'positional';
        name = NO_NODE;
      }
      if (type !== K.comma) value = child;
      else {
        kind = 'positional';
        name = value = NO_NODE;
      }
    }
  }
  if (value >= 0) found.push({ kind: name < 0 ? kind : 'keyword', name, value });
  return found;
}

export interface CallShape {
  readonly callee: NodeId;
  readonly arguments: NodeId;
}

export function callShape(table: SyntaxTable, node: NodeId): CallShape {
  return { callee: table.firstChild(node), arguments: table.child(node, K.ArgList) };
}

/** `object.name` has `attribute`; `object[...]` has `items`. */
export interface MemberShape {
  readonly object: NodeId;
  readonly attribute?: NodeId;
  /** The subscript's parts between commas. */
  readonly subscript?: ListShape & { readonly slices: readonly SliceShape[] };
}

/** One part of a subscript; a slice has `bounds` (lower, upper, step, each maybe NO_NODE). */
export interface SliceShape {
  readonly star: boolean;
  readonly value: NodeId;
  readonly bounds?: readonly NodeId[];
}

/** The name behind the dot; NO_NODE for a subscript. */
export const attributeOf = (table: SyntaxTable, node: NodeId): NodeId => table.child(node, K.PropertyName);

export function memberShape(table: SyntaxTable, node: NodeId): MemberShape {
  const object = table.firstChild(node);
  const attribute = attributeOf(table, node);
  if (attribute >= 0) return { object, attribute };
  const inner = table.children(node).slice(1);
  const parts = slices(table, inner);
  // the colons of one slice part its bounds: only a comma or a star makes a tuple
  const tuple = parts.some(({ star }) => star) || inner.some((child) => table.kind[child] === K.comma);
  return { object, subscript: { ...listShape(table, inner), tuple, slices: parts } };
}

function slices(table: SyntaxTable, nodes: readonly NodeId[]): SliceShape[] {
  const parts: SliceShape[] = [];
  let value: NodeId = NO_NODE;
  let bounds: NodeId[] | undefined;
  let star = false;
  let any = false;
  const flush = () => {
    if (!any) return;
    if (bounds) parts.push({ star, value: NO_NODE, bounds: [...bounds, value] });
    else if (value >= 0) parts.push({ star, value });
    value = NO_NODE;
    bounds = undefined;
    star = any = false;
  };
  for (const node of nodes) {
    const kind = table.kind[node]!;
    if (kind === K.bracketOpen || kind === K.bracketClose || kind === K.Broken) continue;
    if (kind === K.comma) {
      flush();
      continue;
    }
    any = true;
    if (kind === K.colon) {
      bounds = [...(bounds ?? []), value];
      value = NO_NODE;
    } else if (kind === K.star) star = true;
    else value = node;
  }
  flush();
  return parts;
}

/** Operands and operator text of a binary or comparison node: `not in`, `is not` as one operator. */
export interface BinaryShape {
  readonly left: NodeId;
  readonly operator: string;
  readonly right: NodeId;
}

export function binaryShape(table: SyntaxTable, node: NodeId): BinaryShape {
  let left: NodeId = NO_NODE;
  let operator = '';
  let operators = 0;
  let last: NodeId = NO_NODE;
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    if (table.kind[child] === K.Broken) continue;
    if (left < 0) left = child;
    else {
      if (last >= 0) operator = operators++ === 0 ? table.slice(last) : `${operator} ${table.slice(last)}`;
      last = child;
    }
  }
  return { left, operator, right: operators > 0 ? last : NO_NODE };
}

export function unaryShape(table: SyntaxTable, node: NodeId): { operator: string; operand: NodeId } {
  const operator = table.firstChild(node);
  const operand = operator >= 0 ? table.nextSibling(operator) : NO_NODE;
  return { operator: operator >= 0 ? table.slice(operator) : '', operand };
}

/** `body if test else other`. */
export function conditionalShape(table: SyntaxTable, node: NodeId) {
  const parts = table
    .children(node)
    .filter((child) => table.kind[child] !== K.kwIf && table.kind[child] !== K.kwElse);
  return { body: parts[0] ?? NO_NODE, test: parts[1] ?? NO_NODE, other: parts[2] ?? NO_NODE };
}

/** `target := value`. */
export function namedShape(table: SyntaxTable, node: NodeId): { target: NodeId; value: NodeId } {
  const parts = table.children(node).filter((child) => table.kind[child] !== K.AssignOp);
  return { target: parts[0] ?? NO_NODE, value: parts[1] ?? NO_NODE };
}

/** `yield`, `yield a, b`, `yield from a`, as expression or statement. */
export function yieldShape(table: SyntaxTable, node: NodeId): { from: boolean; value: ListShape } {
  const children = table.children(node);
  const from = children.some((child) => table.kind[child] === K.kwFrom);
  const values = children.filter((c) => table.kind[c] !== K.kwYield && table.kind[c] !== K.kwFrom);
  return { from, value: listShape(table, values) };
}

/** The expression between parentheses, or after `await`. */
export function innerExpression(table: SyntaxTable, node: NodeId): NodeId {
  for (let child = table.firstChild(node); child >= 0; child = table.nextSibling(child)) {
    const kind = table.kind[child]!;
    if (kind !== K.parenOpen && kind !== K.parenClose && kind !== K.kwAwait && kind !== K.Broken)
      return child;
  }
  return NO_NODE;
}

/** One `{value!r:spec}` of an f- or t-string. */
export interface ReplacementShape {
  readonly value: ListShape;
  readonly conversion: string;
  /** Replacement fields inside the format spec. */
  readonly nested: readonly NodeId[];
  readonly selfDocumenting: boolean;
  readonly spec: NodeId;
}

export function replacementShape(table: SyntaxTable, node: NodeId): ReplacementShape {
  const spec = table.child(node, K.FormatSpec);
  const conversion = table.child(node, K.FormatConversion);
  const skip = new Set([K.braceOpen, K.braceClose, K.FormatConversion, K.FormatSpec, K.FormatSelfDoc]);
  return {
    value: listShape(
      table,
      table.children(node).filter((child) => !skip.has(table.kind[child]!)),
    ),
    conversion: conversion >= 0 ? table.slice(conversion).slice(1).trim() : '',
    nested: spec >= 0 ? replacements(table, spec) : [],
    selfDocumenting: table.child(node, K.FormatSelfDoc) >= 0,
    spec,
  };
}

/** The replacement fields of a format string or spec, in order. */
export function replacements(table: SyntaxTable, node: NodeId): readonly NodeId[] {
  return table.children(node).filter((child) => table.kind[child] === K.FormatReplacement);
}
