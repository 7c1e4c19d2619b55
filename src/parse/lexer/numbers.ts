import * as T from '../generated/terms.ts';
import { continuesName, isDigit, isHexDigit } from './characters.ts';
import type { LexState } from './state.ts';

/**
 * Reads a number at `state.pos` (language reference 2.4.5 to 2.4.7). The literal's own mistakes are told; a word that
 * follows without a blank is one too, unless it may be an operator (`1if x else y`), as in CPython's tokenizer.
 */
export function lexNumber(state: LexState): void {
  const { text, pos: start } = state;
  const second = text.charCodeAt(start + 1) | 32;
  let end: number;
  if (text.charCodeAt(start) === 48 && (second === 120 || second === 111 || second === 98)) {
    end = radixNumber(state, start, second);
  } else {
    end = decimalNumber(state, start);
  }
  state.emit(T.Number, start, end);
  state.pos = end;
  if (continuesName(text.charCodeAt(end)) && !startsOperatorWord(text, end)) {
    state.problem(`invalid ${literalName(text, start)} literal`, start, end);
  }
}

function literalName(text: string, start: number): string {
  if (text.charCodeAt(start) !== 48) return 'decimal';
  const second = text.charCodeAt(start + 1) | 32;
  if (second === 120) return 'hexadecimal';
  if (second === 111) return 'octal';
  return second === 98 ? 'binary' : 'decimal';
}

/** `and else for if in is not or` may stand right behind a number. */
function startsOperatorWord(text: string, at: number): boolean {
  const first = text[at];
  const second = text[at + 1];
  switch (first) {
    case 'a':
      return text.startsWith('and', at);
    case 'e':
      return text.startsWith('else', at);
    case 'f':
      return text.startsWith('for', at);
    case 'i':
      return second === 'f' || second === 'n' || second === 's';
    case 'n':
      return text.startsWith('not', at);
    case 'o':
      return second === 'r';
    default:
      return false;
  }
}

function radixNumber(state: LexState, start: number, radix: number): number {
  const { text } = state;
  const highest = radix === 111 ? 55 : 49;
  const isOurs = (unit: number) => (radix === 120 ? isHexDigit(unit) : unit >= 48 && unit <= highest);
  let pos = start + 2;
  for (;;) {
    if (text.charCodeAt(pos) === 95) pos++;
    if (!isOurs(text.charCodeAt(pos))) break;
    while (isOurs(text.charCodeAt(pos))) pos++;
  }
  const name = literalName(text, start);
  if (isDigit(text.charCodeAt(pos))) {
    state.problem(`invalid digit '${text[pos]}' in ${name} literal`, pos, pos + 1);
    while (isDigit(text.charCodeAt(pos))) pos++;
  } else if (pos === start + 2 || text.charCodeAt(pos - 1) === 95) {
    state.problem(`invalid ${name} literal`, start, pos);
  }
  return pos;
}

/** Digits with single underscores between them; gives the place after the last. */
function digits(state: LexState, start: number, pos: number): number {
  const { text } = state;
  for (;;) {
    while (isDigit(text.charCodeAt(pos))) pos++;
    if (text.charCodeAt(pos) !== 95) return pos;
    pos++;
    if (!isDigit(text.charCodeAt(pos))) {
      state.problem('invalid decimal literal', start, pos);
      return pos;
    }
  }
}

function decimalNumber(state: LexState, start: number): number {
  const { text } = state;
  let pos = digits(state, start, start);
  const whole = pos;
  let unit = text.charCodeAt(pos);
  if (unit === 46) {
    pos++;
    if (isDigit(text.charCodeAt(pos))) pos = digits(state, start, pos);
    unit = text.charCodeAt(pos);
  }
  if (unit === 69 || unit === 101) {
    const sign = text.charCodeAt(pos + 1);
    const signed = sign === 43 || sign === 45;
    const first = pos + (signed ? 2 : 1);
    if (isDigit(text.charCodeAt(first))) pos = digits(state, start, first);
    else if (signed) state.problem('invalid decimal literal', start, first);
    unit = text.charCodeAt(pos);
  }
  if (unit === 74 || unit === 106) return pos + 1;
  if (pos === whole && text.charCodeAt(start) === 48 && /[1-9]/.test(text.slice(start, pos))) {
    state.problem(
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
      start,
      pos,
    );
  }
  return pos;
}
