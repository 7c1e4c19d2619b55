import * as T from '../generated/terms.ts';
import { isDigit } from './characters.ts';
import { lexConversion, lexFormatText } from './formats.ts';
import { lexNumber } from './numbers.ts';
import { kindSet, type LexState } from './state.ts';

const EQUALS = 61;

/** Reads the operator or delimiter that begins with `unit`; the longest wins (Parser/token.c). */
export function lexOperator(state: LexState, unit: number): void {
  const { text, pos } = state;
  const next = text.charCodeAt(pos + 1);
  switch (unit) {
    case 44: // ,
      if (state.brackets.length === state.withDepth) state.withItems = true;
      return take(state, T.comma, 1);
    case 46: // .
      if (isDigit(next)) return lexNumber(state);
      if (next === 46 && text.charCodeAt(pos + 2) === 46) return take(state, T.Ellipsis, 3);
      return take(state, T.dot, 1);
    case 58: // :
      return lexColon(state, next);
    case 61: // =
      if (next === EQUALS) return take(state, T.CompareOp, 2);
      return take(state, equalsKind(state), 1);
    case 59: // ;
      state.inImport = state.inTypeAlias = false;
      return take(state, T.semicolon, 1);
    case 33: // !
      if (next === EQUALS) return take(state, T.CompareOp, 2);
      if (directlyInField(state)) return lexConversion(state);
      state.emitUnknown(pos, ++state.pos);
      return;
    case 60: // <
    case 62: // >
      return lexAngle(state, unit, next);
    case 126: // ~
      return takePrefix(state, T.invert);
    default:
      return lexArithmetic(state, unit, next);
  }
}

function take(state: LexState, kind: number, width: number): void {
  const { pos } = state;
  state.pos = pos + width;
  state.emit(kind, pos, pos + width);
}

function directlyInField(state: LexState): boolean {
  const { brackets } = state;
  return brackets.length > 0 && brackets[brackets.length - 1]!.field;
}

function lexColon(state: LexState, next: number): void {
  const { brackets } = state;
  if (directlyInField(state)) {
    brackets[brackets.length - 1]!.inSpec = true;
    take(state, T.specColon, 1);
    lexFormatText(state);
    return;
  }
  if (next === EQUALS) {
    if (brackets.length === state.withDepth) state.withExpression = true;
    take(state, T.walrus, 2);
    return;
  }
  if (state.withClose >= 0 && state.withClose === state.last) state.kinds[state.withToken] = T.withOpen;
  if (brackets.length === 0) state.inCase = false;
  take(state, T.colon, 1);
}

function equalsKind(state: LexState): number {
  if (directlyInField(state)) return T.FormatSelfDoc;
  if (state.inCase) return T.equals;
  if (state.inTypeAlias && state.brackets.length === 0) {
    state.inTypeAlias = false;
    return T.equals;
  }
  return T.assign;
}

function lexAngle(state: LexState, unit: number, next: number): void {
  if (next === unit) {
    if (state.text.charCodeAt(state.pos + 2) === EQUALS) return take(state, T.UpdateOp, 3);
    return take(state, T.shift, 2);
  }
  if (next === EQUALS) return take(state, T.CompareOp, 2);
  // `<>` is a token of CPython only for an April fool (PEP 401).
  if (unit === 60 && next === 62) return take(state, 0, 2);
  take(state, T.CompareOp, 1);
}

function lexArithmetic(state: LexState, unit: number, next: number): void {
  const doubled = next === unit && (unit === 42 || unit === 47);
  const width = doubled ? 2 : 1;
  if (state.text.charCodeAt(state.pos + width) === EQUALS) return take(state, T.UpdateOp, width + 1);
  if (unit === 45 && next === 62) return take(state, T.arrow, 2);
  const infix = state.afterOperand();
  switch (unit) {
    case 43: // +
    case 45: // -
      if (infix) return take(state, T.plus, 1);
      return takePrefix(state, T.sign);
    case 42: // *
      if (infix) return take(state, doubled ? T.power : T.times, width);
      if (!doubled && state.brackets.length === state.withDepth) state.withExpression = true;
      return take(state, doubled ? T.doubleStar : T.star, width);
    case 47: // /
      return take(state, infix || doubled ? T.times : T.slash, width);
    case 64: // @
      return take(state, infix ? T.times : T.At, 1);
    case 37: // %
      return take(state, T.times, 1);
    case 38: // &
      return take(state, T.bitAnd, 1);
    case 94: // ^
      return take(state, T.bitXor, 1);
    default: // |
      return take(state, state.inCase ? T.LogicOp : T.bitOr, 1);
  }
}

const REFUSES_PREFIX = kindSet([T.kwAwait]);

/** `await -x` is none: the operand of `await` is a primary. */
function takePrefix(state: LexState, kind: number): void {
  if (REFUSES_PREFIX[state.previous]) state.problem('invalid syntax', state.pos, state.pos + 1);
  take(state, kind, 1);
}
