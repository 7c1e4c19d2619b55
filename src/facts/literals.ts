import type { Constant } from '../model/constant.ts';

/**
 * The value of a string literal's text (language reference 2.4.1). Prefix and quotes are those of the text; a text
 * cut off by a syntax error gives what is there.
 */
export function stringConstant(text: string): Constant {
  let start = 0;
  let bytes = false;
  let raw = false;
  for (; start < text.length && !isQuote(text.charCodeAt(start)); start++) {
    const letter = text.charCodeAt(start) | LOWER;
    if (letter === LETTER_B) bytes = true;
    else if (letter === LETTER_R) raw = true;
  }
  if (start === text.length) start = 0;
  const quote = text.slice(start, start + quoteLength(text, start));
  const from = start + quote.length;
  const closed = text.length - start >= 2 * quote.length && text.endsWith(quote);
  let body = text.slice(from, closed ? text.length - quote.length : undefined);
  if (body.includes('\r')) body = body.replace(/\r\n?/g, '\n');
  const value = raw ? body : unescaped(body, bytes);
  return bytes ? { kind: 'bytes', value } : { kind: 'str', value };
}

const LOWER = 0x20;
const LETTER_B = 0x62;
const LETTER_R = 0x72;

const isQuote = (unit: number): boolean => unit === 0x22 || unit === 0x27;

function quoteLength(text: string, start: number): 1 | 3 {
  const unit = text.charCodeAt(start);
  const triple = isQuote(unit) && text.charCodeAt(start + 1) === unit && text.charCodeAt(start + 2) === unit;
  return triple ? 3 : 1;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/**
 * Escapes of a non-raw literal. `\N{name}` stays as written: no table of Unicode names is kept, so such a constant
 * differs from the real value.
 */
export function unescaped(body: string, bytes: boolean): string {
  if (!body.includes('\\')) return body;
  return body.replace(
    /\\(\n|[\\'"abfnrtv]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/g,
    (whole, code: string) => {
      const simple = SIMPLE[code];
      if (simple !== undefined) return simple;
      const first = code[0]!;
      if (first >= '0' && first <= '7') {
        const point = Number.parseInt(code, 8);
        return String.fromCharCode(bytes ? point & 0xff : point);
      }
      if (bytes && first !== 'x') return whole;
      const point = Number.parseInt(code.slice(1), 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** The value of a number literal (language reference 2.4.5 to 2.4.7). */
export function numberConstant(text: string): Constant {
  const small = smallDecimal(text);
  if (small >= 0) return { kind: 'int', value: small };
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('j')) return { kind: 'complex', text: plain };
  if (/^0[xob]/.test(plain)) return integer(plain);
  if (/[.e]/.test(plain)) return { kind: 'float', value: Number(plain) };
  return integer(plain.replace(/^0+(?=\d)/, ''));
}

/** The value of up to nine digits; -1 for any other text. */
function smallDecimal(text: string): number {
  if (text.length > 9) return -1;
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function integer(text: string): Constant {
  const small = Number(text);
  if (Number.isSafeInteger(small)) return { kind: 'int', value: small };
  try {
    return { kind: 'int', value: BigInt(text) };
  } catch {
    return { kind: 'float', value: Number.NaN };
  }
}

/** `-value` of a number's literal. */
export function negated(value: Constant): Constant | undefined {
  if (value.kind === 'int') return { kind: 'int', value: -value.value };
  return value.kind === 'float' ? { kind: 'float', value: -value.value } : undefined;
}

/** The key that a constant is in a container: `sname`, `i0`. Equal numbers are one key (`1`, `1.0`, `True`). */
export function keyOfConstant(value: Constant): string | undefined {
  switch (value.kind) {
    case 'str':
      return `s${value.value}`;
    case 'bytes':
      return `b${value.value}`;
    case 'int':
      return `i${value.value}`;
    case 'bool':
      return value.value ? 'i1' : 'i0';
    case 'float':
      return Number.isSafeInteger(value.value) ? `i${value.value}` : undefined;
    case 'none':
      return 'n';
    default:
      return undefined;
  }
}

/** The key of a tuple of constants, by the keys of its items. */
export const keyOfTuple = (items: readonly string[]): string => `t${JSON.stringify(items)}`;

/** What an operator makes of two integers; `undefined`: another operator, or a result that is no safe integer. */
export function calculated(
  operator: string,
  left: number | undefined,
  right: number | undefined,
): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  const result =
    operator === '+'
      ? left + right
      : operator === '-'
        ? left - right
        : operator === '*'
          ? left * right
          : undefined;
  return Number.isSafeInteger(result) ? result : undefined;
}
