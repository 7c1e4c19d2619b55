import * as T from '../generated/terms.ts';
import { checkEscape } from './escapes.ts';
import { openFormat } from './formats.ts';
import type { LexState } from './state.ts';

const RAW = 1;
const BYTES = 2;
const FORMAT = 4;
const TEMPLATE = 8;
const UNICODE = 16;

const FLAGS: Readonly<Record<string, number>> = { r: RAW, b: BYTES, f: FORMAT, t: TEMPLATE, u: UNICODE };

/** Every legal prefix in lower case: `r b f t u` and `r` with one of `b f t`, in either order. */
const PREFIXES = new Map<string, number>();
for (const [letter, flag] of Object.entries(FLAGS)) {
  PREFIXES.set(letter, flag);
  if (flag & (BYTES | FORMAT | TEMPLATE)) {
    PREFIXES.set(`r${letter}`, flag | RAW);
    PREFIXES.set(`${letter}r`, flag | RAW);
  }
}

/** Whether the word at [start, end), which a quote follows, is a string's prefix. */
export function isPrefix(text: string, start: number, end: number): boolean {
  return end - start <= 2 && PREFIXES.has(text.slice(start, end).toLowerCase());
}

/** Reads a string whose prefix stands at [start, quoteAt); for f- and t-strings only its opening quotes and text. */
export function lexString(state: LexState, start: number, quoteAt: number): void {
  const { text } = state;
  const flags = quoteAt === start ? 0 : PREFIXES.get(text.slice(start, quoteAt).toLowerCase())!;
  const quote = text.charCodeAt(quoteAt);
  const triple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
  checkNeighbour(state, start, flags);
  if (flags & (FORMAT | TEMPLATE)) {
    const kind = flags & TEMPLATE ? T.tstringStart : T.fstringStart;
    openFormat(state, kind, start, quoteAt, triple, (flags & RAW) !== 0);
    return;
  }
  const end = triple
    ? tripleEnd(state, start, quoteAt + 3, quote, flags)
    : singleEnd(state, start, quoteAt + 1, quote, flags);
  if (end < 0) return;
  state.emit(T.String, start, end);
  state.pos = end;
  if (flags & BYTES) checkBytes(state, quoteAt, end);
}

function singleEnd(state: LexState, start: number, pos: number, quote: number, flags: number): number {
  const { text, length } = state;
  for (;;) {
    if (pos >= length) break;
    const unit = text.charCodeAt(pos);
    if (unit === quote) return pos + 1;
    if (unit === 92) pos = skipEscape(state, pos, flags);
    else if (unit === 10 || unit === 13) break;
    else pos++;
  }
  return unterminated(state, start, quote, Math.min(pos, length));
}

function tripleEnd(state: LexState, start: number, pos: number, quote: number, flags: number): number {
  const { text, length } = state;
  while (pos < length) {
    const unit = text.charCodeAt(pos);
    if (unit === 92) pos = skipEscape(state, pos, flags);
    else if (unit === quote && text.charCodeAt(pos + 1) === quote && text.charCodeAt(pos + 2) === quote) {
      return pos + 3;
    } else pos++;
  }
  state.problem('unterminated triple-quoted string literal', start, Math.min(start + 3, length));
  return length;
}

/** Place after the escape at `pos`; a backslash takes a whole CRLF with it. */
function skipEscape(state: LexState, pos: number, flags: number): number {
  const { text } = state;
  const next = text.charCodeAt(pos + 1);
  if (next === 13 && text.charCodeAt(pos + 2) === 10) return pos + 3;
  if (!(flags & RAW) && (next === 120 || next === 117 || next === 85 || next === 78)) {
    checkEscape(state, pos, (flags & BYTES) !== 0);
  }
  return pos + 2;
}

/**
 * A string that its line does not close. Inside a replacement field of an f-string with the same quote, that quote
 * was rather meant to close the f-string: then it does, and the result is -1.
 */
function unterminated(state: LexState, start: number, quote: number, end: number): number {
  const format = state.formats[state.formats.length - 1];
  if (format?.quote === quote && !format.triple && state.text.charCodeAt(start) === quote) {
    state.problem("f-string: expecting '}'", start, start + 1);
    state.brackets.length = format.base;
    state.formats.pop();
    state.lastFormat = format.kind;
    state.emit(T.fstringEnd, start, start + 1);
    state.pos = start + 1;
    return -1;
  }
  state.problem('unterminated string literal', start, end);
  return end;
}

function checkBytes(state: LexState, from: number, to: number): void {
  for (let pos = from; pos < to; pos++) {
    if (state.text.charCodeAt(pos) > 127) {
      state.problem('bytes can only contain ASCII literal characters', pos, pos + 1);
      return;
    }
  }
}

/** Adjacent literals become one; bytes, text and templates do not mix (CPython, action_helpers.c). */
function checkNeighbour(state: LexState, start: number, flags: number): void {
  const { previous } = state;
  if (previous === T.String) {
    const before = prefixOf(state, state.starts[state.last]!);
    if ((before & BYTES) !== (flags & BYTES)) {
      state.problem('cannot mix bytes and nonbytes literals', start, start + 1);
    } else if (flags & TEMPLATE) mixed(state, start);
  } else if (previous === T.fstringEnd) {
    if (flags & BYTES) state.problem('cannot mix bytes and nonbytes literals', start, start + 1);
    else if (state.lastFormat === T.tstringStart ? !(flags & TEMPLATE) : flags & TEMPLATE)
      mixed(state, start);
  }
}

function mixed(state: LexState, start: number): void {
  state.problem('cannot mix t-string literals with string or bytes literals', start, start + 1);
}

function prefixOf(state: LexState, start: number): number {
  let end = start;
  while (end < start + 2 && state.text.charCodeAt(end) !== 34 && state.text.charCodeAt(end) !== 39) end++;
  return PREFIXES.get(state.text.slice(start, end).toLowerCase()) ?? 0;
}
