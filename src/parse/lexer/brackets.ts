import * as T from '../generated/terms.ts';
import { continuesName } from './characters.ts';
import { lexFormatText } from './formats.ts';
import { keywordAt } from './keywords.ts';
import { kindSet, type LexState } from './state.ts';

/** CPython's MAXLEVEL (Parser/lexer/state.h). */
const MAX_BRACKETS = 200;

const EQUALS = 61;

const OPENING = new Map([
  [40, T.parenOpen],
  [91, T.bracketOpen],
  [123, T.braceOpen],
]);
const CLOSING = new Map([
  [41, T.parenClose],
  [93, T.bracketClose],
  [125, T.braceClose],
]);
const PARTNER = new Map([
  [41, 40],
  [93, 91],
  [125, 123],
]);

export function openBracket(state: LexState, unit: number): void {
  const { pos } = state;
  if (state.brackets.length === MAX_BRACKETS) state.problem('too many nested parentheses', pos, pos + 1);
  const afterWith = unit === 40 && state.previous === T.kwWith && state.brackets.length === 0;
  state.emit(OPENING.get(unit)!, pos, pos + 1);
  state.brackets.push({
    unit,
    start: pos,
    field: false,
    inSpec: false,
    awaitsIn: false,
    comprehension: false,
  });
  if (afterWith) {
    state.withDepth = state.brackets.length;
    state.withToken = state.last;
    state.withItems = state.withExpression = false;
  }
  state.pos = pos + 1;
}

/** Closes a bracket or a replacement field; one that closes nothing is told and left out of the tokens. */
export function closeBracket(state: LexState, unit: number): void {
  const { pos, brackets } = state;
  state.pos = pos + 1;
  const partner = PARTNER.get(unit)!;
  const top = brackets[brackets.length - 1];
  if (top?.unit !== partner) {
    const base = state.formats[state.formats.length - 1]?.base ?? -1;
    const lowest = Math.max(base + 1, 1, brackets.length - MAX_BRACKETS);
    let depth = brackets.length;
    while (depth > lowest && brackets[depth - 1]!.unit !== partner) depth--;
    tellMismatch(state, unit, top?.unit);
    if (brackets[depth - 1]?.unit !== partner || depth <= base) {
      state.emitUnknown(pos, pos + 1);
      return;
    }
    brackets.length = depth;
  }
  if (brackets[brackets.length - 1]!.field) {
    state.emit(T.fieldClose, pos, pos + 1);
    brackets.pop();
    lexFormatText(state);
    return;
  }
  state.emit(CLOSING.get(unit)!, pos, pos + 1);
  if (brackets.length === state.withDepth) {
    if (state.withItems && !state.withExpression) state.withClose = state.last;
    state.withDepth = -1;
  }
  brackets.pop();
}

function tellMismatch(state: LexState, unit: number, open: number | undefined): void {
  const { pos } = state;
  const closing = String.fromCharCode(unit);
  state.problem(
    open === undefined
      ? `unmatched '${closing}'`
      : `closing parenthesis '${closing}' does not match opening parenthesis '${String.fromCharCode(open)}'`,
    pos - 1,
    pos,
  );
}

/** Statement keywords that no expression may hold: the bracket before them was never closed. */
const STATEMENT_ONLY = kindSet([
  T.kwAssert,
  T.kwBreak,
  T.kwClass,
  T.kwContinue,
  T.kwDef,
  T.kwDel,
  T.kwElif,
  T.kwExcept,
  T.kwFinally,
  T.kwGlobal,
  T.kwImport,
  T.kwNonlocal,
  T.kwPass,
  T.kwRaise,
  T.kwReturn,
  T.kwTry,
  T.kwWhile,
  T.kwWith,
]);

/**
 * Inside brackets, at the start of a physical line: whether it begins with a statement. If so, the brackets are told
 * as unclosed and dropped, so that the rest of the module is read as what it looks like.
 */
export function leavesBrackets(state: LexState): boolean {
  const { text } = state;
  let pos = state.pos;
  let unit = text.charCodeAt(pos);
  while (unit === 32 || unit === 9 || unit === 12) unit = text.charCodeAt(++pos);
  if (!(unit >= 97 && unit <= 122)) return false;
  let end = pos + 1;
  while (end < pos + 9 && text.charCodeAt(end) >= 97 && text.charCodeAt(end) <= 122) end++;
  const after = text.charCodeAt(end);
  if (continuesName(after) || after === EQUALS) return false;
  if (!STATEMENT_ONLY[keywordAt(text, pos, end)]) return false;
  dropBrackets(state);
  return true;
}

/** Tells the innermost open bracket as never closed, as CPython does, and forgets them all. */
export function dropBrackets(state: LexState): void {
  const open = state.brackets[state.brackets.length - 1]!;
  const what = String.fromCharCode(open.unit);
  state.problem(
    open.field ? "f-string: expecting '}'" : `'${what}' was never closed`,
    open.start,
    open.start + 1,
  );
  state.brackets.length = 0;
  state.formats.length = 0;
  state.withDepth = -1;
}
