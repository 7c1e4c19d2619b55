import type { Constant } from '../model/constant.ts';

/**
 * The value of a string literal's text (language reference 2.4.1). Prefix and quotes are those of the text; a text
 * cut off by a syntax error gives what is there.
 */
export function stringConstant(text: string): Constant {
  const prefixLength = text.search(/['"]/);
  const prefix = text.slice(0, Math.max(prefixLength, 0)).toLowerCase();
  let body = text.slice(Math.max(prefixLength, 0));
  const quote = body.startsWith('"""') || body.startsWith("'''") ? body.slice(0, 3) : body.slice(0, 1);
  body = body.slice(
    quote.length,
    body.endsWith(quote) && body.length >= 2 * quote.length ? -quote.length : undefined,
  );
  body = body.replace(/\r\n?/g, '\n');
  const bytes = prefix.includes('b');
  const value = prefix.includes('r') ? body : unescaped(body, bytes);
  return bytes ? { kind: 'bytes', value } : { kind: 'str', value };
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
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain.endsWith('j')) return { kind: 'complex', text: plain };
  if (/^0[xob]/.test(plain)) return integer(plain);
  if (/[.e]/.test(plain)) return { kind: 'float', value: Number(plain) };
  return integer(plain.replace(/^0+(?=\d)/, ''));
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
