import * as T from '../generated/terms.ts';
import { CLASS, continuesName, DIGIT, LETTER } from './characters.ts';
import { keywordAt } from './keywords.ts';
import { softKeyword } from './soft-keywords.ts';
import { kindSet, type LexState } from './state.ts';
import { isPrefix, lexString } from './strings.ts';

/** Reads a name, a keyword, or the prefix of a string with that string. */
export function lexName(state: LexState): void {
  const { text, pos: start } = state;
  let pos = start;
  let unit = text.charCodeAt(pos);
  while (unit < 128 && CLASS[unit]! >= LETTER && CLASS[unit]! <= DIGIT) unit = text.charCodeAt(++pos);
  if (unit >= 128) {
    while (continuesName(unit)) unit = text.charCodeAt(++pos);
    checkIdentifier(state, start, pos);
  } else if ((unit === 34 || unit === 39) && isPrefix(text, start, pos)) {
    lexString(state, start, pos);
    return;
  }
  state.pos = pos;
  const keyword = keywordAt(text, start, pos);
  if (keyword !== 0) emitKeyword(state, keyword, start, pos);
  else if (state.previous === T.dot && !state.inImport) state.emit(T.PropertyName, start, pos);
  else if (pos - start === 4 && state.atStatementStart()) {
    const kind = softKeyword(state, start, pos);
    state.emit(kind, start, pos);
    if (kind === T.kwCase) state.inCase = true;
    else if (kind === T.kwType) state.inTypeAlias = true;
  } else state.emit(T.VariableName, start, pos);
}

const STARTS = /^[\p{XID_Start}_]/u;

const CONTINUES = /^\p{XID_Continue}/u;

/** PEP 3131: XID_Start and XID_Continue. */
function checkIdentifier(state: LexState, start: number, end: number): void {
  let at = start;
  while (at < end) {
    const point = state.text.codePointAt(at)!;
    const character = String.fromCodePoint(point);
    if (point >= 128 && !(at === start ? STARTS : CONTINUES).test(character)) {
      const code = point.toString(16).toUpperCase().padStart(4, '0');
      const printable = /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character);
      const message = printable
        ? `invalid character '${character}' (U+${code})`
        : `invalid non-printable character U+${code}`;
      state.problem(message, at, at + character.length);
      return;
    }
    at += character.length;
  }
}

/** Operators behind which an operand of lower precedence is illegal. */
const TIGHT = [
  T.power,
  T.times,
  T.plus,
  T.sign,
  T.shift,
  T.bitAnd,
  T.bitXor,
  T.bitOr,
  T.invert,
  T.CompareOp,
  T.kwIn,
  T.kwIs,
  T.notInfix,
  T.kwAwait,
];
const REFUSES_NOT = kindSet(TIGHT);
const REFUSES_LAMBDA = kindSet([...TIGHT, T.kwNot, T.kwAnd, T.kwOr]);

function emitKeyword(state: LexState, keyword: number, start: number, end: number): void {
  let kind = keyword;
  switch (keyword) {
    case T.kwNot:
      if (state.previous === T.kwIs || state.afterOperand()) kind = T.notInfix;
      else if (REFUSES_NOT[state.previous]) state.problem('invalid syntax', start, end);
      break;
    case T.kwLambda:
      if (REFUSES_LAMBDA[state.previous]) state.problem('invalid syntax', start, end);
      break;
    case T.kwAwait:
      if (state.previous === T.kwAwait) state.problem('invalid syntax', start, end);
      break;
    case T.kwFor:
      openFor(state);
      break;
    case T.kwIn:
      if (takeIn(state)) kind = T.forIn;
      break;
    case T.kwIf:
      state.inCase = false;
      if (state.brackets.length > 0 && state.brackets[state.brackets.length - 1]!.comprehension) {
        kind = T.compIf;
      }
      break;
    case T.kwImport:
    case T.kwFrom:
      if (state.previous === T.kwLazy || state.atStatementStart()) state.inImport = true;
      break;
    case T.kwAs:
      if (state.brackets.length === state.withDepth) state.withItems = true;
      break;
    case T.kwYield:
      if (state.last === state.withToken) state.withExpression = true;
      break;
    default:
      break;
  }
  state.emit(kind, start, end);
}

/** After `for`, the first `in` on its bracket level ends the targets: they cannot hold one. */
function openFor(state: LexState): void {
  if (state.brackets.length === 0) {
    state.awaitsIn = true;
    return;
  }
  const level = state.brackets[state.brackets.length - 1]!;
  level.awaitsIn = true;
  level.comprehension = true;
  if (state.brackets.length === state.withDepth) state.withExpression = true;
}

function takeIn(state: LexState): boolean {
  const level = state.brackets.length === 0 ? state : state.brackets[state.brackets.length - 1]!;
  const awaited = level.awaitsIn;
  level.awaitsIn = false;
  return awaited;
}
