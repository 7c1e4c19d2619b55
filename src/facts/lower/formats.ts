import * as K from '../../parse/kind-numbers.ts';
import { type NodeId, replacementShape, replacements } from '../../parse/nodes.ts';
import { NO_OP, OP, type OpId } from '../ir.ts';
import { stringConstant, unescaped } from '../literals.ts';
import { shortText, written } from './constant-texts.ts';
import { lowerList } from './lists.ts';
import type { Lowering } from './lowering.ts';

/** An f- or t-string, or adjacent literals; plain strings side by side give one constant. */
export function lowerFormat(l: Lowering, node: NodeId): OpId {
  const parts = l.table.is(node, K.ContinuedString) ? l.table.children(node) : [node];
  const strings = parts.filter(
    (part) => l.table.is(part, K.StringLiteral) || l.table.is(part, K.FormatString),
  );
  if (strings.every((part) => l.table.is(part, K.StringLiteral))) {
    const values = strings.map((part) => stringConstant(l.text(part)));
    const text = values.map((value) => ('value' in value ? String(value.value) : '')).join('');
    const kind = values[0]?.kind === 'bytes' ? 'bytes' : 'str';
    return l.emit(OP.Const, node, l.writer.constant({ kind, value: text }));
  }
  const ops = strings.flatMap((part) =>
    l.table.is(part, K.StringLiteral) ? [l.expression(part)] : lowerPieces(l, part),
  );
  const template = /^[rR]?[tT]/.test(l.text(strings[0]!));
  const text = template ? undefined : shortText(constantText(l, ops));
  if (text !== undefined) return l.emit(OP.Const, node, l.writer.constant({ kind: 'str', value: text }));
  return l.emit(OP.Format, node, 0, l.writer.list(ops), template ? 1 : 0);
}

/** The text of pieces that are all constants; fields with a format are not followed. */
function constantText(l: Lowering, ops: readonly OpId[]): string | undefined {
  const { writer } = l;
  let text = '';
  for (const op of ops) {
    const isField = writer.kind[op] === OP.FormatField;
    if (isField && (writer.b[op] !== NO_OP || writer.c[op] === 1)) return undefined;
    const piece = written(l, isField ? (writer.a[op] as OpId) : op);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

/** Text and replacement fields of one f-string, in order. */
function lowerPieces(l: Lowering, node: NodeId): OpId[] {
  const { table } = l;
  const text = l.text(node);
  const opening = /^[a-zA-Z]*('''|"""|'|")/.exec(text)?.[0] ?? '';
  const quote = opening.replace(/^[a-zA-Z]*/, '');
  const raw = /[rR]/.test(opening);
  const end = text.endsWith(quote) ? table.to[node]! - quote.length : table.to[node]!;
  const ops: OpId[] = [];
  let at = table.from[node]! + opening.length;
  const literal = (to: number) => {
    if (to <= at) return;
    const written = table.text.slice(at, to).replaceAll('{{', '{').replaceAll('}}', '}');
    const value = raw ? written : unescaped(written, false);
    ops.push(l.emitAt(OP.Const, at, to, l.writer.constant({ kind: 'str', value })));
  };
  for (const field of replacements(table, node)) {
    literal(table.from[field]!);
    ops.push(lowerField(l, field));
    at = table.to[field]!;
  }
  literal(end);
  return ops;
}

function lowerField(l: Lowering, field: NodeId): OpId {
  const shape = replacementShape(l.table, field);
  const value = lowerList(l, shape.value, field);
  for (const nested of shape.nested) lowerField(l, nested);
  const conversion = shape.conversion || (shape.selfDocumenting ? 'r' : '');
  return l.emit(
    OP.FormatField,
    field,
    value,
    conversion ? l.writer.name(conversion) : NO_OP,
    shape.spec >= 0 ? 1 : 0,
  );
}
