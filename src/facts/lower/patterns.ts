import * as K from '../../parse/kind-numbers.ts';
import { type MatchCase, matchShape, type NodeId, statementsOf } from '../../parse/nodes.ts';
import { NO_OP, OP, type OpId } from '../ir.ts';
import { lowerList } from './lists.ts';
import type { Lowering } from './lowering.ts';
import { elements, patternClass } from './pattern-parts.ts';
import { sequenceTest, testPattern } from './pattern-tests.ts';
import type { FlowState } from './state.ts';

/** `match`: the first case whose pattern fits is taken; patterns bind parts of the subject (language reference 8.6). */
export function lowerMatch(l: Lowering, node: NodeId): void {
  const shape = matchShape(l.table, node);
  const subject = lowerList(l, shape.subject, shape.subject.items[0]?.node ?? node);
  const base = l.state;
  const outer = l.guard;
  const forks: FlowState[] = [];
  let isSure = false;
  for (const matchCase of shape.cases) {
    if (isSure) break;
    const only = matchCase.patterns.length === 1 ? matchCase.patterns[0] : undefined;
    const { op, isWhole } =
      only === undefined ? sequenceTest(l, matchCase.patterns, node, subject) : testPattern(l, only, subject);
    const taken = op === NO_OP ? l.guard : l.testGuard(op, true);
    forks.push(l.branch(taken, () => lowerCase(l, matchCase, subject)));
    if (!isWhole || matchCase.guard >= 0) continue;
    isSure = op === NO_OP;
    // what is refused here is what the cases behind are asked for
    if (!isSure) l.guard = l.testGuard(op, false);
  }
  l.merge(base, isSure ? forks : [base.fork(), ...forks]);
  l.guard = outer;
}

function lowerCase(l: Lowering, matchCase: MatchCase, subject: OpId): void {
  const [only] = matchCase.patterns;
  if (only !== undefined && matchCase.patterns.length === 1) bindPattern(l, only, subject);
  else bindSequence(l, matchCase.patterns, subject);
  if (matchCase.guard >= 0) {
    const test = l.expression(matchCase.guard);
    l.emit(OP.Test, matchCase.guard, test);
    l.guard = l.testGuard(test, true);
  }
  for (const statement of statementsOf(l.table, matchCase.body)) l.statement(statement);
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
    default:
  }
}

/** A pattern within another: what it asks is asked of the part. */
function bindPart(l: Lowering, pattern: NodeId, part: OpId): void {
  const { op } = testPattern(l, pattern, part);
  if (op !== NO_OP) l.guard = l.testGuard(op, true);
  bindPattern(l, pattern, part);
}

function bindSequence(l: Lowering, patterns: readonly NodeId[], subject: OpId): void {
  const starAt = patterns.findIndex((pattern) => l.table.is(pattern, K.StarPattern));
  patterns.forEach((pattern, index) => {
    const position = starAt >= 0 && index > starAt ? index - patterns.length : index;
    const star = index === starAt;
    const part = l.emit(OP.Unpack, pattern, subject, position, star ? 1 : 0);
    const inner = star ? l.table.child(pattern, K.CapturePattern) : pattern;
    if (inner >= 0) bindPart(l, inner, part);
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
      bindPart(l, child, l.emit(OP.Item, child, subject, keyOp));
      key = undefined;
    }
  }
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
      bindPart(l, inner, l.emit(OP.Attribute, child, subject, l.name(name)));
    } else {
      const named = matchedAttribute(l, child, type, position++, subject);
      bindPart(l, child, named);
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
