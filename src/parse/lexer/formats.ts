import * as T from '../generated/terms.ts';
import { CLASS, continuesName, LETTER } from './characters.ts';
import { checkEscape } from './escapes.ts';
import type { Bracket, LexState, OpenFormat } from './state.ts';

// f- and t-strings by CPython 3.12's rules (PEP 701, PEP 750; Parser/lexer/lexer.c). What 3.8 to 3.11 accept reads the
// same: they only forbade more.

const MAX_NESTED_FIELDS = 3;
const MAX_NESTED_STRINGS = 150;

/** Begins an f- or t-string and reads its text up to the first field or its end. */
export function openFormat(
  state: LexState,
  kind: number,
  start: number,
  quoteAt: number,
  triple: boolean,
  raw: boolean,
): void {
  if (state.formats.length === MAX_NESTED_STRINGS) {
    state.problem('too many nested f-strings or t-strings', start, quoteAt + 1);
  }
  const quote = state.text.charCodeAt(quoteAt);
  state.formats.push({ kind, start, quote, triple, raw, base: state.brackets.length });
  state.pos = quoteAt + (triple ? 3 : 1);
  state.emit(kind, start, state.pos);
  lexFormatText(state);
}

/** The field whose format spec is being read, if that is where the lexer stands. */
function specField(state: LexState, format: OpenFormat): Bracket | undefined {
  const { brackets } = state;
  if (brackets.length === format.base) return undefined;
  const top = brackets[brackets.length - 1]!;
  return top.field && top.inSpec ? top : undefined;
}

/**
 * Reads text of the innermost f-string until an expression begins or the string ends; leaves `state.pos` there.
 */
export function lexFormatText(state: LexState): void {
  const { text, length } = state;
  const format = state.formats[state.formats.length - 1]!;
  let from = state.pos;
  let pos = from;
  let field = specField(state, format);
  while (pos < length) {
    const unit = text.charCodeAt(pos);
    const inSpec = field !== undefined;
    if (unit === 92) pos = skipBackslash(state, format, pos);
    else if (unit === 123) {
      if (!inSpec && text.charCodeAt(pos + 1) === 123) pos += 2;
      else {
        if (inSpec) emitSpec(state, from, pos);
        openReplacement(state, format, pos);
        return;
      }
    } else if (unit === 125) {
      if (inSpec) {
        emitSpec(state, from, pos);
        state.emit(T.fieldClose, pos, pos + 1);
        state.brackets.pop();
        field = specField(state, format);
        from = pos + 1;
      } else if (text.charCodeAt(pos + 1) === 125) pos++;
      else state.problem("f-string: single '}' is not allowed", pos, pos + 1);
      pos++;
    } else if (unit === format.quote && closes(text, pos, format)) {
      if (inSpec) {
        emitSpec(state, from, pos);
        state.problem("f-string: expecting '}'", pos, pos + 1);
      }
      return closeFormat(state, format, pos);
    } else if ((unit === 10 || unit === 13) && !format.triple) {
      if (field === undefined) break;
      emitSpec(state, from, pos);
      field.inSpec = false;
      state.pos = pos;
      return;
    } else pos++;
  }
  const kind = format.triple
    ? 'unterminated triple-quoted f-string literal'
    : 'unterminated f-string literal';
  state.problem(kind, format.start, Math.min(format.start + 1, length));
  state.brackets.length = format.base;
  state.formats.pop();
  state.lastFormat = format.kind;
  state.emit(T.fstringEnd, Math.min(pos, length), Math.min(pos, length));
  state.pos = Math.min(pos, length);
}

function closes(text: string, pos: number, format: OpenFormat): boolean {
  if (!format.triple) return true;
  return text.charCodeAt(pos + 1) === format.quote && text.charCodeAt(pos + 2) === format.quote;
}

function closeFormat(state: LexState, format: OpenFormat, pos: number): void {
  state.brackets.length = format.base;
  state.formats.pop();
  state.lastFormat = format.kind;
  state.pos = pos + (format.triple ? 3 : 1);
  state.emit(T.fstringEnd, pos, state.pos);
}

/** A backslash takes the next character with it, but not a brace; `\N{...}` is a name where not raw. */
function skipBackslash(state: LexState, format: OpenFormat, pos: number): number {
  const { text } = state;
  const next = text.charCodeAt(pos + 1);
  if (next === 123 || next === 125) return pos + 1;
  if (next === 13 && text.charCodeAt(pos + 2) === 10) return pos + 3;
  if (!format.raw && (next === 120 || next === 117 || next === 85 || next === 78)) {
    checkEscape(state, pos, false);
    if (next === 78 && text.charCodeAt(pos + 2) === 123) {
      const close = text.slice(pos, pos + 128).indexOf('}');
      return close < 0 ? pos + 3 : pos + close + 1;
    }
  }
  return pos + 2;
}

function emitSpec(state: LexState, from: number, to: number): void {
  if (to > from) state.emit(T.specText, from, to);
}

function openReplacement(state: LexState, format: OpenFormat, pos: number): void {
  // A field opens in the text or in the spec of another: all brackets of this string are fields.
  if (state.brackets.length - format.base >= MAX_NESTED_FIELDS) {
    state.problem('f-string: expressions nested too deeply', pos, pos + 1);
  }
  state.emit(T.fieldOpen, pos, pos + 1);
  state.brackets.push({
    unit: 123,
    start: pos,
    field: true,
    inSpec: false,
    awaitsIn: false,
    comprehension: false,
  });
  state.pos = pos + 1;
}

/** At `!` directly in a field: the conversion, with its name. */
export function lexConversion(state: LexState): void {
  const { text, pos: start } = state;
  let end = start + 1;
  while (continuesName(text.charCodeAt(end))) end++;
  state.emit(T.FormatConversion, start, end);
  state.pos = end;
  if (CLASS[text.charCodeAt(start + 1)] !== LETTER) {
    state.problem('f-string: conversion type must come right after the exclamation mark', start, end);
  } else if (!/^[sra]$/.test(text.slice(start + 1, end))) {
    state.problem(`f-string: invalid conversion character '${text.slice(start + 1, end)}'`, start, end);
  }
}
