import * as T from '../generated/terms.ts';
import { isMatchLine, retypeMatch } from './soft-keywords.ts';
import type { LexState } from './state.ts';

const TAB = 8;
/** CPython's MAXINDENT (Parser/lexer/state.h). */
const MAX_LEVELS = 100;

/**
 * At the start of a logical line: skips blank lines, holds comments back, and writes INDENT or DEDENTs before the
 * first token (language reference 2.1.8; Parser/lexer/lexer.c, tok_get_normal_mode).
 */
export function startLine(state: LexState): void {
  const { text, length } = state;
  while (state.pos < length) {
    const lineStart = state.pos;
    let pos = lineStart;
    let column = 0;
    let alternative = 0;
    let continued = 0;
    for (;;) {
      const unit = text.charCodeAt(pos);
      if (unit === 32) {
        column++;
        alternative++;
      } else if (unit === 9) {
        column = (Math.floor(column / TAB) + 1) * TAB;
        alternative++;
      } else if (unit === 12) column = alternative = 0;
      else if (unit === 92 && lineEnd(text, pos + 1) > pos + 1) {
        // Indentation cannot be split: the first backslash behind a blank settles it.
        if (continued === 0) continued = column;
        pos = lineEnd(text, pos + 1) - 1;
        column = alternative = 0;
      } else break;
      pos++;
    }
    if (continued > 0) column = alternative = continued;
    const unit = text.charCodeAt(pos);
    if (unit === 35) state.pos = holdComment(state, pos, column);
    else if (unit === 10 || unit === 13) state.pos = lineEnd(text, pos);
    else {
      state.pos = pos;
      if (pos < length) indent(state, lineStart, column, alternative);
      else if (continued > 0 || text.charCodeAt(lineStart) === 92) {
        state.problem('unexpected EOF while parsing', lineStart, pos);
      }
      return;
    }
  }
}

/** Place after the line end at `pos`, or `pos` if there is none. */
export function lineEnd(text: string, pos: number): number {
  const unit = text.charCodeAt(pos);
  if (unit === 10) return pos + 1;
  if (unit === 13) return text.charCodeAt(pos + 1) === 10 ? pos + 2 : pos + 1;
  return pos;
}

/** Place of the line end, or of the text's end, at or after `pos`. */
export function restOfLine(text: string, pos: number): number {
  for (; pos < text.length; pos++) {
    const unit = text.charCodeAt(pos);
    if (unit === 10 || unit === 13) break;
  }
  return pos;
}

function holdComment(state: LexState, start: number, column: number): number {
  const end = restOfLine(state.text, start);
  const next = lineEnd(state.text, end);
  state.held.push({ start, end, column, lineEnd: next });
  return next;
}

function indent(state: LexState, lineStart: number, column: number, alternative: number): void {
  const top = state.levels[state.levels.length - 1]!;
  if (column === top.column) {
    if (alternative !== top.alternative) inconsistent(state, lineStart);
  } else if (column > top.column) {
    if (alternative <= top.alternative) inconsistent(state, lineStart);
    if (state.levels.length === MAX_LEVELS) {
      state.problem('too many levels of indentation', lineStart, state.pos);
    }
    const cases = isMatchLine(state);
    if (cases) retypeMatch(state);
    release(state, 0);
    state.emit(T.indent, lineStart, state.pos);
    state.levels.push({ column, alternative, cases });
  } else dedent(state, lineStart, column, alternative);
  release(state, 0);
  state.lineFirst = state.count;
}

function dedent(state: LexState, lineStart: number, column: number, alternative: number): void {
  closeLevels(state, column);
  const top = state.levels[state.levels.length - 1]!;
  if (column !== top.column) {
    state.problem('unindent does not match any outer indentation level', lineStart, state.pos);
    return;
  }
  if (alternative !== top.alternative) inconsistent(state, lineStart);
}

function inconsistent(state: LexState, lineStart: number): void {
  state.problem('inconsistent use of tabs and spaces in indentation', lineStart, state.pos);
}

/** Writes the DEDENTs down to a column. A comment belongs to the innermost block it is indented for. */
export function closeLevels(state: LexState, column: number): void {
  const { levels } = state;
  while (levels[levels.length - 1]!.column > column) {
    const comment = release(state, levels[levels.length - 1]!.column);
    // A DEDENT behind such comments takes the last one's line end, so that the block reaches beyond them.
    if (comment) state.emit(T.dedent, comment.end, comment.lineEnd);
    else {
      const place = state.count > 0 ? state.ends[state.count - 1]! : 0;
      state.emit(T.dedent, place, place);
    }
    levels.pop();
  }
}

/** Writes the held comments down to the first that is indented less; gives the last written. */
export function release(state: LexState, column: number) {
  const { held } = state;
  let count = 0;
  while (count < held.length && held[count]!.column >= column) {
    state.emitComment(held[count]!.start, held[count]!.end);
    count++;
  }
  return count === 0 ? undefined : held.splice(0, count)[count - 1];
}
