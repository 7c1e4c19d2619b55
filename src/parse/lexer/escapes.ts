import { isHexDigit } from './characters.ts';
import type { LexState } from './state.ts';

/**
 * Checks the escape sequence whose backslash stands at `at`, in a literal that is not raw. Only what CPython refuses
 * is told: unknown escapes are a warning there (language reference 2.4.1.1). Names of `\N{...}` are not looked up.
 */
export function checkEscape(state: LexState, at: number, bytes: boolean): void {
  const { text } = state;
  switch (text.charCodeAt(at + 1)) {
    case 120: // x
      if (hexDigits(text, at + 2, 2) < 2) {
        refuse(state, at, 2, bytes ? 'invalid \\x escape' : 'truncated \\xXX escape', bytes);
      }
      return;
    case 117: // u
      if (!bytes && hexDigits(text, at + 2, 4) < 4) refuse(state, at, 4, 'truncated \\uXXXX escape', false);
      return;
    case 85: // U
      if (bytes) return;
      if (hexDigits(text, at + 2, 8) < 8) refuse(state, at, 8, 'truncated \\UXXXXXXXX escape', false);
      else if (Number.parseInt(text.slice(at + 2, at + 10), 16) > 0x10ffff) {
        refuse(state, at, 8, 'illegal Unicode character', false);
      }
      return;
    case 78: // N
      if (!bytes && !/^\{[^{}'"\\\n]+\}/.test(text.slice(at + 2, at + 130))) {
        refuse(state, at, 0, 'malformed \\N character escape', false);
      }
      return;
    default:
      return;
  }
}

function hexDigits(text: string, from: number, most: number): number {
  let count = 0;
  while (count < most && isHexDigit(text.charCodeAt(from + count))) count++;
  return count;
}

function refuse(state: LexState, at: number, width: number, message: string, bytes: boolean): void {
  const end = Math.min(at + 2 + hexDigits(state.text, at + 2, width), state.length);
  state.problem(`(${bytes ? 'value' : 'unicode'} error) ${message}`, at, end);
}
