import type { Span } from '../model/finding.ts';
import * as T from './generated/terms.ts';
import { lex } from './lexer/lex.ts';

/**
 * The logical lines of a module (language reference 2.1.1) in order, each from its first token to where its NEWLINE
 * begins: brackets, strings and backslashes carry it over physical lines, and comments within or behind it are part
 * of it. Lines without code are none. Broken code has lines too, as the lexer cuts it.
 */
export function logicalLines(text: string): Span[] {
  const { kinds, starts, count } = lex(text);
  const lines: Span[] = [];
  let from = -1;
  for (let index = 0; index < count; index++) {
    const kind = kinds[index];
    if (kind === T.newline) {
      if (from >= 0) lines.push({ from, to: starts[index]! });
      from = -1;
    } else if (from < 0 && kind !== T.Comment && kind !== T.indent && kind !== T.dedent && kind !== T.eof) {
      from = starts[index]!;
    }
  }
  return lines;
}

/** Whether two texts have the same tokens in the same places of their blocks, whatever their comments. */
export function sameCode(a: string, b: string): boolean {
  const tokensOf = (text: string): string[] => {
    const { kinds, starts, ends, count } = lex(text);
    const found: string[] = [];
    for (let index = 0; index < count; index++) {
      const kind = kinds[index]!;
      const isText = kind !== T.newline && kind !== T.indent && kind !== T.dedent && kind !== T.eof;
      if (kind !== T.Comment) found.push(isText ? text.slice(starts[index], ends[index]) : `\0${kind}`);
    }
    return found;
  };
  const [first, second] = [tokensOf(a), tokensOf(b)];
  return first.length === second.length && first.every((token, index) => token === second[index]);
}
