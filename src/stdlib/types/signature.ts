import { type Type, typeOf } from './type.ts';

export interface Parameter {
  readonly name: string;
  readonly kind: 'positional' | 'normal' | 'star' | 'keyword' | 'doubleStar';
  readonly hasDefault: boolean;
  /** Where it picks an overload or binds a type variable. */
  readonly type?: Type;
}

/** One overload; the receiver is left out of `parameters`. */
export interface Signature {
  readonly parameters: readonly Parameter[];
  /** What the receiver must be; of `__init__`, what is made. */
  readonly receiver?: Type;
  readonly result: Type;
}

/** Splits at a mark outside brackets. */
function split(text: string, mark: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === '(' || unit === '[' || unit === '<' || unit === '{') depth++;
    else if (unit === ')' || unit === ']' || unit === '>' || unit === '}') depth--;
    else if (unit === mark && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** The overloads of a function: `(a,b=,*,c:int)str;(a:bytes)bytes`. `/` and `*` as in Python, `!` the receiver. */
export function signaturesOf(text: string): Signature[] {
  return split(text, ';').map(signatureOf);
}

function signatureOf(text: string): Signature {
  const end = closing(text);
  const parts = end > 1 ? split(text.slice(1, end), ',') : [];
  const slash = parts.indexOf('/');
  const parameters: Parameter[] = [];
  let receiver: Type | undefined;
  let keywordOnly = false;
  parts.forEach((part, index) => {
    if (part === '/') return;
    if (part === '*') {
      keywordOnly = true;
      return;
    }
    const colon = part.indexOf(':');
    const type = colon < 0 ? undefined : typeOf(part.slice(colon + 1));
    const head = colon < 0 ? part : part.slice(0, colon);
    if (head === '!') {
      receiver = type;
      return;
    }
    const hasDefault = head.endsWith('=');
    const stars = head.startsWith('**') ? 2 : head.startsWith('*') ? 1 : 0;
    const name = head.slice(stars, hasDefault ? -1 : undefined);
    const kind =
      stars === 2
        ? 'doubleStar'
        : stars === 1
          ? 'star'
          : keywordOnly
            ? 'keyword'
            : index < slash
              ? 'positional'
              : 'normal';
    if (stars === 1) keywordOnly = true;
    parameters.push({ name, kind, hasDefault, ...(type ? { type } : {}) });
  });
  return { parameters, result: typeOf(text.slice(end + 1)), ...(receiver ? { receiver } : {}) };
}

function closing(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}
