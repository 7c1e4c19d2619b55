/** What separates tokens; the opening of a string; any other token. Tried at each place outside of strings. */
const TOKEN =
  /([ \t\f\r\n]+|\\(?:\r\n|\r|\n)|#[^\r\n]*)|([A-Za-z]{0,2}(?:"""|'''|"|'))|0[xXoObB]\w+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?|[\p{ID_Start}_][\p{ID_Continue}]*|\*\*=|\/\/=|>>=|<<=|\.\.\.|[-+*/%&|^=<>!@:]=|->|\*\*|\/\/|>>|<<|<>|[\s\S]/uy;

/**
 * The logical lines of a module (language reference 2.1.1), found by brackets, strings and backslashes alone, so
 * that broken code has lines too. Gives, for an offset, the tokens of its line joined by one blank, without
 * comments; empty outside of any.
 */
export function logicalLines(text: string): (offset: number) => string {
  const ends = lineEnds(text);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low < ends.length ? tokens(text, ends[low - 1] ?? 0, ends[low]!) : '';
  };
}

/** Where each logical line ends, its line end included. */
function lineEnds(text: string): number[] {
  const ends: number[] = [];
  for (let at = 0; at <= text.length; at = ends.at(-1)!) ends.push(logicalLineEnd(text, at));
  return ends;
}

/** The end of the logical line that begins at an offset, its line end included; beyond the text for the last one. */
export function logicalLineEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7d || MATTERS[unit] === 0) continue;
    if (unit === LF || unit === CR) {
      if (unit === CR && text.charCodeAt(at + 1) === LF) at++;
      if (depth === 0) return at + 1;
    } else if (unit === QUOTE || unit === APOSTROPHE) {
      const quote = quoteAt(text, at);
      at = stringEnd(text, at + quote.length, prefixBefore(text, at) + quote) - 1;
    } else if (unit === HASH) at = physicalEnd(text, at) - 1;
    else if (unit === BACKSLASH) at += text.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (unit === 0x28 || unit === 0x5b || unit === 0x7b) depth++;
    else if ((unit === 0x29 || unit === 0x5d || unit === 0x7d) && depth > 0) depth--;
  }
  return text.length + 1;
}

const LF = 10;
const CR = 13;
const QUOTE = 0x22;
const HASH = 0x23;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;

/** Units that end a line, open or close something. */
const MATTERS = new Uint8Array(0x80);
for (const unit of '\n\r"\'#\\()[]{}') MATTERS[unit.charCodeAt(0)] = 1;

function physicalEnd(text: string, at: number): number {
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at++;
  return at;
}

function quoteAt(text: string, at: number): string {
  const quote = text[at]!;
  return text[at + 1] === quote && text[at + 2] === quote ? quote.repeat(3) : quote;
}

/** The letters just before a quote that may be its prefix. */
const prefixBefore = (text: string, at: number): string =>
  /[A-Za-z]{0,2}$/.exec(text.slice(Math.max(0, at - 2), at))![0];

function tokens(text: string, from: number, to: number): string {
  const found: string[] = [];
  for (let at = from; at < Math.min(to, text.length); ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const [, skip, string] = match;
    let next = TOKEN.lastIndex;
    if (string !== undefined) next = stringEnd(text, next, string);
    if (skip === undefined) found.push(text.slice(at, next));
    at = next;
  }
  return found.join(' ');
}

/** Strings in strings beyond this are taken as plain ones; CPython allows 150. */
const DEEPEST = 150;

/** The end of the string whose opening (prefix and quotes) ends at `at`. */
function stringEnd(text: string, at: number, opening: string, nesting = 0): number {
  const quote = opening.replace(/^[A-Za-z]+/, '');
  const prefix = opening.slice(0, opening.length - quote.length);
  const isFormatted = /[ft]/i.test(prefix) && nesting < DEEPEST;
  if (!isFormatted && quote.length === 3) return plainEnd(text, at, quote);
  for (let index = at; index < text.length; index++) {
    const unit = text[index]!;
    if (unit === '\\') index++;
    else if (text.startsWith(quote, index)) return index + quote.length;
    else if (quote.length === 1 && (unit === '\n' || unit === '\r')) return index;
    else if (isFormatted && unit === '{') {
      if (text[index + 1] === '{') index++;
      else index = fieldEnd(text, index + 1, quote, nesting + 1) - 1;
    }
  }
  return text.length;
}

/** The end of a string in triple quotes without replacement fields: mostly a docstring, and long. */
function plainEnd(text: string, at: number, quote: string): number {
  let end = text.indexOf(quote, at);
  let backslash = text.indexOf('\\', at);
  while (end >= 0 && backslash >= 0 && backslash < end) {
    const next = backslash + 2;
    backslash = text.indexOf('\\', next);
    if (next > end) end = text.indexOf(quote, next);
  }
  return end < 0 ? text.length : end + quote.length;
}

/**
 * The end of a replacement field that begins at `at` (PEP 701): strings inside may use the outer quotes, except where
 * that quote ends the string, as it did before 3.12 and does in broken code.
 */
function fieldEnd(text: string, at: number, quote: string, nesting: number): number {
  let depth = 1;
  for (let index = at; index < text.length; index++) {
    const unit = text[index]!;
    if (unit === '{' || unit === '(' || unit === '[') depth++;
    else if (unit === '}' || unit === ')' || unit === ']') {
      if (--depth === 0) return index + 1;
    } else if (unit === '"' || unit === "'") {
      const inner = quoteAt(text, index);
      index = stringEnd(text, index + inner.length, prefixBefore(text, index) + inner, nesting) - 1;
    } else if ((unit === '\n' || unit === '\r') && quote.length === 1) return index;
  }
  return text.length;
}
