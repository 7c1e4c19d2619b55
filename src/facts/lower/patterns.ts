import * as K from '../../parse/kind-numbers.ts';
import { type MatchCase, matchShape, type NodeId, statementsOf } from '../../parse/nodes.ts';
import { CONTAINER, MATCHES_CLASS, NO_OP, OP, type OpId } from '../ir.ts';
import { lowerList } from './lists.ts';
import type { Lowering } from './lowering.ts';
import type { FlowState } from './state.ts';

/** `match`: every case may be taken; patterns bind parts of the subject (language reference 8.6). */
export function lowerMatch(l: Lowering, node: NodeId): void {
  const shape = matchShape(l.table, node);
  const subject = lowerList(l, shape.subject, shape.subject.items[0]?.node ?? node);
  const base = l.state;
  const forks: FlowState[] = shape.cases.map((matchCase) => lowerCase(l, matchCase, subject));
  l.merge(base, [base.fork(), ...forks]);
}

function lowerCase(l: Lowering, matchCase: MatchCase, subject: OpId): FlowState {
  const only = matchCase.patterns.length === 1 ? matchCase.patterns[0] : undefined;
  const condition = (only !== undefined && classTest(l, only, subject)) || l.emitAt(OP.Unknown, 0, 0);
  return l.branch(l.testGuard(condition, true), () => {
    if (only !== undefined) bindPattern(l, only, subject);
    else bindSequence(l, matchCase.patterns, subject);
    if (matchCase.guard >= 0) {
      const test = l.expression(matchCase.guard);
      l.emit(OP.Test, matchCase.guard, test);
      l.guard = l.testGuard(test, true);
    }
    for (const statement of statementsOf(l.table, matchCase.body)) l.statement(statement);
  });
}

/** What a pattern asks of the subject's class, as an op that stands for `isinstance`; 0: nothing that is certain. */
function classTest(l: Lowering, pattern: NodeId, subject: OpId): OpId {
  const types = classesOf(l, pattern);
  if (types.length === 0) return 0 as OpId;
  const asked =
    types.length === 1 ? types[0]! : l.emit(OP.Container, pattern, CONTAINER.tuple, l.writer.list(types));
  return l.emit(OP.Compare, pattern, subject, asked, l.writer.name(MATCHES_CLASS));
}

/** Classes of which one must be that of the subject; none where a pattern asks for something else. */
function classesOf(l: Lowering, pattern: NodeId): readonly OpId[] {
  const { table } = l;
  switch (table.kind[pattern]) {
    case K.ClassPattern: {
      const type = patternClass(l, pattern);
      return type === NO_OP ? [] : [type];
    }
    case K.AsPattern: {
      const [inner] = table.children(pattern);
      return inner === undefined ? [] : classesOf(l, inner);
    }
    case K.OrPattern: {
      const parts = table.children(pattern).filter((child) => !table.is(child, K.LogicOp));
      const types = parts.map((part) => classesOf(l, part));
      return types.every(({ length }) => length > 0) ? types.flat() : [];
    }
    default:
      return [];
  }
}

function bindPattern(l: Lowering, pattern: NodeId, subject: OpId): void {
  const { table } = l;
  switch (table.kind[pattern]) {
    case K.CapturePattern: {
      const name = table.child(pattern, K.VariableName);
      if (name >= 0 && l.text(name) !== '_') l.write(name, subject);
      return;
    }
    case K.AsPattern: {
      const [inner, ...rest] = table.children(pattern);
      if (inner !== undefined) bindPattern(l, inner, subject);
      const name = rest.filter((child) => table.is(child, K.VariableName)).pop();
      if (name !== undefined) l.write(name, subject);
      return;
    }
    case K.OrPattern:
      for (const child of table.children(pattern)) {
        if (!table.is(child, K.LogicOp)) bindPattern(l, child, subject);
      }
      return;
    case K.SequencePattern:
      return bindSequence(l, elements(l, pattern), subject);
    case K.MappingPattern:
      return bindMapping(l, pattern, subject);
    case K.ClassPattern:
      return bindClass(l, pattern, subject);
    case K.LiteralPattern:
    case K.AttributePattern:
      return compareValue(l, pattern, subject);
    default:
  }
}

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
function elements(l: Lowering, pattern: NodeId): NodeId[] {
  return l.table.children(pattern).filter((child) => !PUNCTUATION.has(l.table.kind[child]!));
}

function bindSequence(l: Lowering, patterns: readonly NodeId[], subject: OpId): void {
  const starAt = patterns.findIndex((pattern) => l.table.is(pattern, K.StarPattern));
  patterns.forEach((pattern, index) => {
    const position = starAt >= 0 && index > starAt ? index - patterns.length : index;
    const star = index === starAt;
    const part = l.emit(OP.Unpack, pattern, subject, position, star ? 1 : 0);
    const inner = star ? l.table.child(pattern, K.CapturePattern) : pattern;
    if (inner >= 0) bindPattern(l, inner, part);
  });
}

function bindMapping(l: Lowering, pattern: NodeId, subject: OpId): void {
  let key: NodeId | undefined;
  let rest = false;
  for (const child of elements(l, pattern)) {
    const kind = l.table.kind[child]!;
    if (kind === K.doubleStar) rest = true;
    else if (kind === K.colon) continue;
    else if (rest) bindPattern(l, child, subject);
    else if (key === undefined) key = child;
    else {
      const literal = l.table.is(key, K.LiteralPattern) ? l.table.firstChild(key) : NO_OP;
      const keyOp = literal >= 0 ? l.expression(literal as NodeId) : l.emit(OP.Unknown, key);
      bindPattern(l, child, l.emit(OP.Item, child, subject, keyOp));
      key = undefined;
    }
  }
}

/** A literal or a dotted name is compared with the subject; `None`, `True` and `False` are told by identity. */
function compareValue(l: Lowering, pattern: NodeId, subject: OpId): void {
  const literal = l.table.kind[pattern] === K.LiteralPattern;
  const value = literal ? literalValue(l, pattern) : attributeValue(l, pattern);
  if (value !== NO_OP) l.emit(OP.Compare, pattern, subject, value, l.writer.name('=='));
}

function literalValue(l: Lowering, pattern: NodeId): OpId {
  const first = l.table.firstChild(pattern);
  const kind = first < 0 ? undefined : l.table.kind[first];
  return kind === K.NumberLiteral || kind === K.StringLiteral ? l.expression(first) : NO_OP;
}

/** `a.b.c`, as a pattern spells it. */
function attributeValue(l: Lowering, pattern: NodeId): OpId {
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
function patternClass(l: Lowering, pattern: NodeId): OpId {
  const [first] = l.table.children(pattern);
  if (first === undefined) return NO_OP;
  if (l.table.kind[first] === K.VariableName) return l.read(first);
  return l.table.kind[first] === K.AttributePattern ? attributeValue(l, first) : NO_OP;
}

function bindClass(l: Lowering, pattern: NodeId, subject: OpId): void {
  const list = l.table.child(pattern, K.PatternArgList);
  if (list < 0) return;
  let position = 0;
  const type = patternClass(l, pattern);
  for (const child of elements(l, list)) {
    if (l.table.is(child, K.KeywordPattern)) {
      const parts = l.table.children(child).filter((part) => !l.table.is(part, K.AssignOp));
      const [name, inner] = parts;
      if (name === undefined || inner === undefined) continue;
      bindPattern(l, inner, l.emit(OP.Attribute, child, subject, l.name(name)));
    } else {
      const named = matchedAttribute(l, child, type, position++, subject);
      bindPattern(l, child, named);
    }
  }
}

/**
 * The attribute that a class's `__match_args__` names at a position. The op waits for the names: `c` is the op that
 * gives them, plus one.
 */
function matchedAttribute(l: Lowering, node: NodeId, type: OpId, position: number, subject: OpId): OpId {
  if (type === NO_OP) return l.emit(OP.Unknown, node);
  const args = l.emit(OP.Attribute, node, type, l.writer.name('__match_args__'));
  const index = l.emit(OP.Const, node, l.writer.constant({ kind: 'int', value: position }));
  const name = l.emit(OP.Item, node, args, index);
  return l.emit(OP.Attribute, node, subject, l.writer.name('__match_args__'), name + 1);
}
