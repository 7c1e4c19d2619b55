import * as K from '../../parse/kind-numbers.ts';
import {
  attributeOf,
  binaryShape,
  callShape,
  conditionalShape,
  displayItems,
  innerExpression,
  memberShape,
  type NodeId,
  namedShape,
  type SliceShape,
  unaryShape,
  yieldShape,
} from '../../parse/nodes.ts';
import { CONTAINER, NO_OP, OP, type OpId } from '../ir.ts';
import { calculated, negated, numberConstant, stringConstant } from '../literals.ts';
import { lowerCall } from './calls.ts';
import { lowerComprehension } from './comprehensions.ts';
import { interpolatedText, shortText } from './constant-texts.ts';
import { lowerLambda } from './definitions.ts';
import { lowerFormat } from './formats.ts';
import { lowerDictionary, lowerMerged } from './known-merges.ts';
import { lowerKnown } from './known-methods.ts';
import { lowerItems, lowerList } from './lists.ts';
import { readLocal } from './locals.ts';
import type { Lowering } from './lowering.ts';

/**
 * Lowers an expression. Chains that lean left (calls, attributes, operators) are walked down and back in a loop, so
 * that their length costs no stack.
 */
export function lowerExpression(l: Lowering, node: NodeId): OpId {
  if (!isLink(l.table.kind[node]!)) return lowerAtom(l, node);
  const spine: NodeId[] = [];
  let at = node;
  for (;;) {
    if (!isLink(l.table.kind[at]!)) break;
    const left = l.table.firstChild(at);
    if (left < 0) break;
    spine.push(at);
    at = left;
  }
  let value = lowerMerged(l, at, spine);
  if (value === NO_OP) value = lowerKnown(l, at, spine);
  if (value === NO_OP) value = lowerAtom(l, at);
  let compared = NO_OP;
  for (let link = spine.pop(); link !== undefined; link = spine.pop()) {
    const kind = l.table.kind[link];
    if (kind === K.CallExpression) value = lowerCall(l, link, value, callShape(l.table, link));
    else if (kind === K.MemberExpression) value = lowerMember(l, link, value);
    else {
      const { operator, right } = binaryShape(l.table, link);
      const before = compared;
      compared = NO_OP;
      if (operator === 'and' || operator === 'or') value = lowerBoolean(l, link, value, operator, right);
      else {
        const other = l.expression(right);
        if (!isComparison(operator)) value = lowerBinary(l, link, value, operator, other);
        else {
          value = lowerComparison(l, link, value, before, operator, other);
          compared = other;
        }
      }
    }
    if (kind !== K.BinaryExpression) compared = NO_OP;
  }
  return value;
}

const isLink = (kind: number): boolean =>
  kind === K.CallExpression || kind === K.MemberExpression || kind === K.BinaryExpression;

const COMPARISONS = new Set('< > <= >= == != <> = ! in is'.split(' ').concat('not in', 'is not'));

const isComparison = (operator: string): boolean => COMPARISONS.has(operator);

/** Texts and integers made from constants are constants: they name attributes, keys, modules and positions. */
function lowerBinary(l: Lowering, node: NodeId, left: OpId, operator: string, right: OpId): OpId {
  const number = calculated(operator, l.constantInteger(left), l.constantInteger(right));
  if (number !== undefined) return l.emit(OP.Const, node, l.writer.constant({ kind: 'int', value: number }));
  const first = operator === '+' || operator === '%' ? shortText(l.constantText(left)) : undefined;
  const text = first === undefined ? undefined : combined(l, first, operator, right);
  if (text === undefined) return l.emit(OP.Binary, node, left, right, l.writer.name(operator));
  return l.emit(OP.Const, node, l.writer.constant({ kind: 'str', value: text }));
}

function combined(l: Lowering, first: string, operator: string, right: OpId): string | undefined {
  if (operator === '%') return interpolatedText(l, first, right);
  const second = l.constantText(right);
  return second === undefined ? undefined : shortText(first + second);
}

/** `a < b < c` is `a < b and b < c` (language reference 6.10); `before` is the b of the comparison on the left. */
function lowerComparison(
  l: Lowering,
  node: NodeId,
  left: OpId,
  before: OpId,
  operator: string,
  right: OpId,
): OpId {
  const name = l.writer.name(operator);
  if (before === NO_OP) return l.emit(OP.Compare, node, left, right, name);
  const next = l.emit(OP.Compare, node, before, right, name);
  return l.emit(OP.Boolean, node, left, next, 1);
}

function lowerBoolean(l: Lowering, node: NodeId, left: OpId, operator: 'and' | 'or', right: NodeId): OpId {
  let value = NO_OP;
  const base = l.state;
  const fork = l.branch(l.testGuard(left, operator === 'and'), () => {
    value = l.expression(right);
  });
  l.merge(base, [base.fork(), fork]);
  return l.emit(OP.Boolean, node, left, value, operator === 'and' ? 1 : 0);
}

function lowerMember(l: Lowering, node: NodeId, object: OpId): OpId {
  const attribute = attributeOf(l.table, node);
  if (attribute >= 0) {
    const op = l.emit(OP.Attribute, node, object, l.name(attribute));
    l.writer.pointAt(op, l.table.from[attribute]!, l.table.to[attribute]!);
    return op;
  }
  const key = lowerSubscript(l, node);
  const local = readLocal(l, object, key);
  return local === NO_OP ? l.emit(OP.Item, node, object, key) : local;
}

/** The key of `object[...]`: a tuple where commas stand, a slice where colons do. */
export function lowerSubscript(l: Lowering, node: NodeId): OpId {
  const { subscript } = memberShape(l.table, node);
  if (!subscript) return l.emit(OP.Unknown, node);
  const parts = subscript.slices.map((slice) => ({ star: slice.star, value: lowerSlice(l, node, slice) }));
  const only = parts[0];
  if (only && parts.length === 1 && !subscript.tuple) return only.value;
  const items = parts.map(({ star, value }) => (star ? -2 - value : value));
  return l.emit(OP.Container, node, CONTAINER.tuple, l.writer.list(items));
}

function lowerSlice(l: Lowering, node: NodeId, slice: SliceShape): OpId {
  if (!slice.bounds) return l.expression(slice.value);
  const bounds = slice.bounds.map((bound) => (bound < 0 ? NO_OP : l.expression(bound)));
  return l.emit(OP.Slice, node, 0, l.writer.list(bounds));
}

function lowerAtom(l: Lowering, node: NodeId): OpId {
  const { table } = l;
  switch (table.kind[node]) {
    case K.VariableName:
      return l.read(node);
    case K.NumberLiteral:
      return l.emit(OP.Const, node, l.writer.constant(numberConstant(l.text(node))));
    case K.StringLiteral:
      return l.emit(OP.Const, node, l.writer.constant(stringConstant(l.text(node))));
    case K.FormatString:
    case K.ContinuedString:
      return lowerFormat(l, node);
    case K.None:
      return l.emit(OP.Const, node, l.writer.constant({ kind: 'none' }));
    case K.Ellipsis:
      return l.emit(OP.Const, node, l.writer.constant({ kind: 'ellipsis' }));
    case K.BooleanLiteral:
      return l.emit(OP.Const, node, l.writer.constant({ kind: 'bool', value: l.text(node) === 'True' }));
    case K.ParenthesizedExpression:
      return l.expression(innerExpression(table, node));
    case K.TupleExpression:
      return displayOp(l, node, CONTAINER.tuple);
    case K.ArrayExpression:
      return displayOp(l, node, CONTAINER.list);
    case K.SetExpression:
      return displayOp(l, node, CONTAINER.set);
    case K.DictionaryExpression:
      return lowerDictionary(l, node);
    case K.ArrayComprehensionExpression:
      return lowerComprehension(l, node, CONTAINER.list);
    case K.SetComprehensionExpression:
      return lowerComprehension(l, node, CONTAINER.set);
    case K.DictionaryComprehensionExpression:
      return lowerComprehension(l, node, CONTAINER.dict);
    case K.ComprehensionExpression:
      return lowerComprehension(l, node, CONTAINER.generator);
    case K.LambdaExpression:
      return lowerLambda(l, node);
    default:
      return lowerOperation(l, node);
  }
}

function displayOp(l: Lowering, node: NodeId, container: number): OpId {
  const items = lowerItems(l, displayItems(l.table, node));
  return l.emit(OP.Container, node, container, l.writer.list(items));
}

function lowerOperation(l: Lowering, node: NodeId): OpId {
  const { table } = l;
  switch (table.kind[node]) {
    case K.UnaryExpression: {
      const { operator, operand } = unaryShape(table, node);
      if (operator === '-' && table.kind[operand] === K.NumberLiteral) {
        const value = negated(numberConstant(l.text(operand)));
        if (value) return l.emit(OP.Const, node, l.writer.constant(value));
      }
      return l.emit(OP.Unary, node, l.expression(operand), 0, l.writer.name(operator));
    }
    case K.ConditionalExpression:
      return lowerConditional(l, node);
    case K.NamedExpression: {
      const { target, value } = namedShape(table, node);
      const op = l.expression(value);
      if (target >= 0) l.write(target, op);
      return l.known.release(op);
    }
    case K.AwaitExpression:
      return l.emit(OP.Await, node, l.expression(innerExpression(table, node)));
    case K.YieldExpression:
    case K.YieldStatement:
      return lowerYield(l, node);
    default:
      return l.emit(OP.Unknown, node);
  }
}

function lowerConditional(l: Lowering, node: NodeId): OpId {
  const { body, test, other } = conditionalShape(l.table, node);
  const condition = l.expression(test);
  l.emit(OP.Test, test, condition);
  const base = l.state;
  let first = NO_OP;
  let second = NO_OP;
  const yes = l.branch(l.testGuard(condition, true), () => {
    first = l.expression(body);
  });
  const no = l.branch(l.testGuard(condition, false), () => {
    second = l.expression(other);
  });
  l.merge(base, [yes, no]);
  return l.emit(OP.Join, node, condition + 1, l.writer.list([first, second]));
}

function lowerYield(l: Lowering, node: NodeId): OpId {
  const { from, value } = yieldShape(l.table, node);
  const op = value.items.length ? lowerList(l, value, node) : NO_OP;
  return l.emit(from ? OP.YieldFrom : OP.Yield, node, op);
}
