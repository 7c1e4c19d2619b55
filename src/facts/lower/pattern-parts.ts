import * as K from '../../parse/kind-numbers.ts';
import type { NodeId } from '../../parse/nodes.ts';
import { NO_OP, OP, type OpId } from '../ir.ts';
import type { Lowering } from './lowering.ts';

const PUNCTUATION = new Set<number>([
  K.parenOpen,
  K.parenClose,
  K.bracketOpen,
  K.bracketClose,
  K.braceOpen,
  K.braceClose,
  K.comma,
]);

/** Children that are neither brackets nor commas. */
export function elements(l: Lowering, pattern: NodeId): NodeId[] {
  return l.table.children(pattern).filter((child) => !PUNCTUATION.has(l.table.kind[child]!));
}

/** The value of a literal pattern; `isSingle`: there is one such object, told by identity. NO_OP: no plain literal. */
export function literalValue(
  l: Lowering,
  pattern: NodeId,
): { readonly op: OpId; readonly isSingle: boolean } {
  const parts = l.table.children(pattern);
  const [first] = parts;
  if (first === undefined || parts.length > 1) return { op: NO_OP, isSingle: false };
  switch (l.table.kind[first]) {
    case K.NumberLiteral:
    case K.StringLiteral:
      return { op: l.expression(first), isSingle: false };
    case K.None:
    case K.BooleanLiteral:
      return { op: l.expression(first), isSingle: true };
    default:
      return { op: NO_OP, isSingle: false };
  }
}

/** `a.b.c`, as a pattern spells it. */
export function attributeValue(l: Lowering, pattern: NodeId): OpId {
  let value: OpId = NO_OP;
  for (const part of l.table.children(pattern)) {
    if (l.table.kind[part] === K.VariableName) value = l.read(part);
    else if (l.table.kind[part] === K.PropertyName && value !== NO_OP) {
      value = l.emit(OP.Attribute, pattern, value, l.name(part));
    }
  }
  return value;
}

/** The class that a pattern names. */
export function patternClass(l: Lowering, pattern: NodeId): OpId {
  const [first] = l.table.children(pattern);
  if (first === undefined) return NO_OP;
  if (l.table.kind[first] === K.VariableName) return l.read(first);
  return l.table.kind[first] === K.AttributePattern ? attributeValue(l, first) : NO_OP;
}
