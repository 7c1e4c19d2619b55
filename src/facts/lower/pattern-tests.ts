import * as K from '../../parse/kind-numbers.ts';
import type { NodeId } from '../../parse/nodes.ts';
import { CONTAINER, MATCHES_CLASS, MATCHES_KEYS, MATCHES_LENGTH, NO_OP, OP, type OpId } from '../ir.ts';
import type { Lowering } from './lowering.ts';
import { attributeValue, elements, literalValue, patternClass } from './pattern-parts.ts';

/**
 * What a pattern asks of its subject as one op (language reference 8.6.4). NO_OP: any subject fits. `isWhole`: the
 * pattern fits wherever the op is true; else more is asked than the op says.
 */
export interface PatternTest {
  readonly op: OpId;
  readonly isWhole: boolean;
}

const ANY: PatternTest = { op: NO_OP, isWhole: true };

export function testPattern(l: Lowering, pattern: NodeId, subject: OpId): PatternTest {
  const { table } = l;
  switch (table.kind[pattern]) {
    case K.CapturePattern:
      return ANY;
    case K.AsPattern: {
      const [inner] = table.children(pattern);
      return inner === undefined ? ANY : testPattern(l, inner, subject);
    }
    case K.LiteralPattern:
    case K.AttributePattern:
      return valueTest(l, pattern, subject);
    case K.OrPattern:
      return alternatives(l, pattern, subject);
    case K.SequencePattern:
      return sequenceTest(l, elements(l, pattern), pattern, subject);
    case K.MappingPattern:
      return mappingTest(l, pattern, subject);
    case K.ClassPattern:
      return classTest(l, [pattern], pattern, subject);
    default:
      return unknown(l, pattern);
  }
}

const unknown = (l: Lowering, pattern: NodeId): PatternTest => ({
  op: l.emit(OP.Unknown, pattern),
  isWhole: false,
});

/** A literal or a dotted name is compared with the subject; `None`, `True` and `False` are told by identity. */
function valueTest(l: Lowering, pattern: NodeId, subject: OpId): PatternTest {
  const isLiteral = l.table.kind[pattern] === K.LiteralPattern;
  const { op, isSingle } = isLiteral
    ? literalValue(l, pattern)
    : { op: attributeValue(l, pattern), isSingle: false };
  if (op === NO_OP) return unknown(l, pattern);
  const operator = l.writer.name(isSingle ? 'is' : '==');
  return { op: l.emit(OP.Compare, pattern, subject, op, operator), isWhole: true };
}

function alternatives(l: Lowering, pattern: NodeId, subject: OpId): PatternTest {
  const parts = l.table.children(pattern).filter((child) => !l.table.is(child, K.LogicOp));
  if (parts.every((part) => l.table.is(part, K.ClassPattern))) return classTest(l, parts, pattern, subject);
  let whole: PatternTest | undefined;
  for (const part of parts) {
    const test = testPattern(l, part, subject);
    if (test.op === NO_OP) return ANY;
    whole = whole
      ? { op: l.emit(OP.Boolean, pattern, whole.op, test.op, 0), isWhole: whole.isWhole && test.isWhole }
      : test;
  }
  return whole ?? ANY;
}

/** The subject is an instance of one of the classes that class patterns name. */
function classTest(l: Lowering, patterns: readonly NodeId[], at: NodeId, subject: OpId): PatternTest {
  const types = patterns.map((pattern) => patternClass(l, pattern));
  if (types.includes(NO_OP)) return unknown(l, at);
  const asked =
    types.length === 1 ? types[0]! : l.emit(OP.Container, at, CONTAINER.tuple, l.writer.list(types));
  const parts = patterns.flatMap((pattern) => {
    const list = l.table.child(pattern, K.PatternArgList);
    return list < 0 ? [] : elements(l, list);
  });
  const isWhole = parts.every((part) => {
    const inner = l.table.is(part, K.KeywordPattern) ? l.table.children(part).pop()! : part;
    return l.table.is(inner, K.CapturePattern);
  });
  return { op: l.emit(OP.Compare, at, subject, asked, l.writer.name(MATCHES_CLASS)), isWhole };
}

/** `[a, b, *rest]`: so many items, with a star at least so many. */
export function sequenceTest(
  l: Lowering,
  patterns: readonly NodeId[],
  at: NodeId,
  subject: OpId,
): PatternTest {
  const stars = patterns.filter((pattern) => l.table.is(pattern, K.StarPattern)).length;
  const count = patterns.length - stars;
  const length = l.emit(
    OP.Const,
    at,
    l.writer.constant({ kind: 'int', value: stars > 0 ? -1 - count : count }),
  );
  const isWhole = patterns.every(
    (pattern) => l.table.is(pattern, K.CapturePattern) || l.table.is(pattern, K.StarPattern),
  );
  return { op: l.emit(OP.Compare, at, subject, length, l.writer.name(MATCHES_LENGTH)), isWhole };
}

/** `{"k": a, **rest}`: a mapping that has the keys. */
function mappingTest(l: Lowering, pattern: NodeId, subject: OpId): PatternTest {
  const keys: OpId[] = [];
  let isWhole = true;
  const parts = elements(l, pattern);
  for (const [index, part] of parts.entries()) {
    if (!l.table.is(part, K.colon)) continue;
    const key = parts[index - 1];
    const value = parts[index + 1];
    const { op } =
      key !== undefined && l.table.is(key, K.LiteralPattern) ? literalValue(l, key) : { op: NO_OP };
    if (op === NO_OP) isWhole = false;
    else keys.push(op);
    if (value === undefined || !l.table.is(value, K.CapturePattern)) isWhole = false;
  }
  const asked = l.emit(OP.Container, pattern, CONTAINER.tuple, l.writer.list(keys));
  return { op: l.emit(OP.Compare, pattern, subject, asked, l.writer.name(MATCHES_KEYS)), isWhole };
}
