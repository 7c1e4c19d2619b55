import * as T from '../generated/terms.ts';
import type { Tokens } from '../lexer/tokens.ts';

/** Tokens found by position, each with the number of blocks open before it. */
export interface PlacedTokens extends Tokens {
  readonly depths: Uint16Array;
  /** Index of the first token with a width (or NEWLINE, or the end) that starts at or after a place. */
  from(pos: number): number;
}

/** Counts the blocks, and remembers the last place asked for: questions come nearly in order. */
export function placed(tokens: Tokens): PlacedTokens {
  const { kinds, starts, ends, count } = tokens;
  const depths = new Uint16Array(count);
  let depth = 0;
  for (let index = 0; index < count; index++) {
    depths[index] = depth;
    if (kinds[index] === T.indent) depth++;
    else if (kinds[index] === T.dedent) depth--;
  }
  let at = 0;
  const from = (pos: number): number => {
    while (at > 0 && starts[at - 1]! >= pos) at--;
    while (at < count - 1 && (starts[at]! < pos || (kinds[at] === T.dedent && starts[at] === ends[at]))) at++;
    return at;
  };
  return { kinds, starts, ends, count, depths, from };
}
