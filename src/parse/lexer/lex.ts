import * as T from '../generated/terms.ts';
import { closeBracket, dropBrackets, leavesBrackets, openBracket } from './brackets.ts';
import {
  BACKSLASH,
  CLASS,
  CLOSE,
  DIGIT,
  HASH,
  LETTER,
  LINE_END,
  OPEN,
  OPERATOR,
  QUOTE,
  SPACE,
} from './characters.ts';
import { closeLevels, lineEnd, release, restOfLine, startLine } from './indentation.ts';
import { lexName } from './names.ts';
import { lexNumber } from './numbers.ts';
import { lexOperator } from './operators.ts';
import { LexState } from './state.ts';
import { lexString } from './strings.ts';

const BYTE_ORDER_MARK = 0xfeff;

/**
 * All tokens of a module, comments included, ahead of any parsing: CPython's tokens do not depend on its parser
 * either. Gives tokens for every text; what no token can be has kind 0, and `problems` tells what is wrong.
 */
export function lex(text: string): LexState {
  const state = new LexState(text);
  if (text.charCodeAt(0) === BYTE_ORDER_MARK) state.pos = 1;
  startLine(state);
  while (state.pos < state.length) lexToken(state);
  finish(state);
  return state;
}

function lexToken(state: LexState): void {
  const unit = state.text.charCodeAt(state.pos);
  switch (unit < 128 ? CLASS[unit] : LETTER) {
    case SPACE:
      state.pos++;
      return;
    case LETTER:
      return lexName(state);
    case OPERATOR:
      return lexOperator(state, unit);
    case OPEN:
      return openBracket(state, unit);
    case CLOSE:
      return closeBracket(state, unit);
    case LINE_END:
      return lexLineEnd(state);
    case DIGIT:
      return lexNumber(state);
    case QUOTE:
      return lexString(state, state.pos, state.pos);
    case HASH: {
      const end = restOfLine(state.text, state.pos);
      state.emitComment(state.pos, end);
      state.pos = end;
      return;
    }
    case BACKSLASH:
      return lexContinuation(state);
    default:
      if (unit === 0) state.problem('source code cannot contain null bytes', state.pos, state.pos + 1);
      state.emitUnknown(state.pos, state.pos + 1);
      state.pos++;
  }
}

function lexLineEnd(state: LexState): void {
  const start = state.pos;
  state.pos = lineEnd(state.text, start);
  if (state.brackets.length > 0 && !leavesBrackets(state)) return;
  endLine(state, start, state.pos);
  startLine(state);
}

/** Writes NEWLINE, and forgets what only held for the logical line. */
function endLine(state: LexState, from: number, to: number): void {
  state.emit(T.newline, from, to);
  state.awaitsIn = state.inImport = state.inCase = state.inTypeAlias = false;
  state.withToken = state.withClose = -1;
}

function lexContinuation(state: LexState): void {
  const start = state.pos;
  const next = lineEnd(state.text, start + 1);
  if (next > start + 1) {
    state.pos = next;
    if (next === state.length) state.problem('unexpected EOF while parsing', start, next);
    return;
  }
  const message =
    start + 1 === state.length
      ? 'unexpected EOF while parsing'
      : 'unexpected character after line continuation character';
  state.problem(message, start, start + 1);
  state.emitUnknown(start, start + 1);
  state.pos = start + 1;
}

function finish(state: LexState): void {
  if (state.brackets.length > 0) dropBrackets(state);
  if (state.last >= 0 && state.previous !== T.newline && state.previous !== T.dedent) {
    endLine(state, state.length, state.length);
  }
  closeLevels(state, 0);
  release(state, 0);
  state.emit(T.eof, state.length, state.length);
}
