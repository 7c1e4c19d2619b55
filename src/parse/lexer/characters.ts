/** What a token that begins with an ASCII character can be; 0 for characters that begin none. */
export const SPACE = 1;
export const LINE_END = 2;
export const LETTER = 3;
export const DIGIT = 4;
export const QUOTE = 5;
export const OPEN = 6;
export const CLOSE = 7;
export const OPERATOR = 8;
export const HASH = 9;
export const BACKSLASH = 10;

/** Class of each ASCII character. Vertical tab is no blank to CPython's tokenizer; form feed is. */
export const CLASS = new Uint8Array(128);

function classify(characters: string, value: number): void {
  for (let index = 0; index < characters.length; index++) CLASS[characters.charCodeAt(index)] = value;
}
classify(' \t\f', SPACE);
classify('\n\r', LINE_END);
classify('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_', LETTER);
classify('0123456789', DIGIT);
classify('\'"', QUOTE);
classify('([{', OPEN);
classify(')]}', CLOSE);
classify('+-*/%@&|^~<>=!:,;.', OPERATOR);
classify('#', HASH);
classify('\\', BACKSLASH);

/** Whether a UTF-16 unit may continue a name; beyond ASCII every unit counts, `names.ts` checks the whole. */
export function continuesName(unit: number): boolean {
  return unit >= 128 || CLASS[unit] === LETTER || CLASS[unit] === DIGIT;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isHexDigit(unit: number): boolean {
  return isDigit(unit) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102);
}
