/** A token that is kept, or what separates tokens; tried in this order at each place outside of strings. */
const TOKEN =
  /(?<skip>[ \t\f]+|\\(?:\r\n|\r|\n)|#[^\r\n]*)|(?<end>\r\n|\r|\n)|(?<string>[A-Za-z]{0,2}(?:"""|'''|"|'))|(?<other>0[xXoObB][\w]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?|[\p{ID_Start}_][\p{ID_Continue}]*|\*\*=|\/\/=|>>=|<<=|\.\.\.|[-+*/%&|^=<>!@:]=|->|\*\*|\/\/|>>|<<|<>|[\s\S])/uy;

interface Line {
  readonly from: number;
  readonly to: number;
  readonly tokens: string;
}

/**
 * The logical lines of a module (language reference 2.1.1), found by brackets, strings and backslashes alone, so
 * that broken code has lines too. Gives, for an offset, the tokens of its line joined by one blank, without
 * comments; empty outside of any.
 */
export function logicalLines(text: string): (offset: number) => string {
  const lines = scan(text);
  return (offset) => {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lines[middle]!.to <= offset) low = middle + 1;
      else high = middle;
    }
    const line = lines[low];
    return line && line.from <= offset ? line.tokens : '';
  };
}

function scan(text: string): Line[] {
  const lines: Line[] = [];
  let tokens: string[] = [];
  let from = -1;
  let depth = 0;
  const close = (to: number): void => {
    if (tokens.length > 0) lines.push({ from, to, tokens: tokens.join(' ') });
    tokens = [];
  };
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) break;
    const { skip, end, string } = match.groups!;
    let next = TOKEN.lastIndex;
    if (end !== undefined) {
      if (depth === 0) close(next);
    } else if (skip === undefined) {
      if (string !== undefined) next = stringEnd(text, next, string);
      const token = text.slice(at, next);
      if (tokens.length === 0) from = at;
      if ('([{'.includes(token)) depth++;
      else if (')]}'.includes(token)) depth = Math.max(0, depth - 1);
      tokens.push(token);
    }
    at = next;
  }
  close(text.length);
  return lines;
}

/** Strings in strings beyond this are taken as plain ones; CPython allows 150. */
const DEEPEST = 150;

/** The end of the string whose opening (prefix and quotes) ends at `at`. */
function stringEnd(text: string, at: number, opening: string, nesting = 0): number {
  const quote = opening.replace(/^[A-Za-z]+/, '');
  const prefix = opening.slice(0, opening.length - quote.length);
  const isFormatted = /[ft]/i.test(prefix) && nesting < DEEPEST;
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
      const inner = text.startsWith(unit.repeat(3), index) ? unit.repeat(3) : unit;
      const prefix = /[A-Za-z]{0,2}$/.exec(text.slice(Math.max(at, index - 2), index))![0];
      index = stringEnd(text, index + inner.length, prefix + inner, nesting) - 1;
    } else if ((unit === '\n' || unit === '\r') && quote.length === 1) return index;
  }
  return text.length;
}
