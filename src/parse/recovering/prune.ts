import * as T from '../generated/terms.ts';
import { kindSet } from '../lexer/state.ts';
import type { Tokens } from '../lexer/tokens.ts';

// What CPython refuses for its depth (Parser/lexer/state.h) is not given to error recovery either: its work at one
// error grows with the depth of the parse stack, so that a few kilobytes of brackets would take minutes.
const BRACKETS = 200;
const BLOCKS = 100;
/** Operators of one logical line that nest to the right: `- - x`, `a ** b ** c`, `lambda: lambda: x`. */
const RIGHT_NESTED = 1000;

const OPENS = kindSet([
  T.parenOpen,
  T.withOpen,
  T.bracketOpen,
  T.braceOpen,
  T.fieldOpen,
  T.fstringStart,
  T.tstringStart,
]);
const CLOSES = kindSet([T.parenClose, T.bracketClose, T.braceClose, T.fieldClose, T.fstringEnd]);
const NESTS = kindSet([
  T.sign,
  T.invert,
  T.kwNot,
  T.kwLambda,
  T.kwElse,
  T.kwAwait,
  T.power,
  T.walrus,
  T.specColon,
]);
const STRUCTURE = kindSet([T.newline, T.indent, T.dedent, T.eof]);

/** The tokens without those that lie too deep; the same object if none does. */
export function prune(tokens: Tokens): Tokens {
  const keep = new Uint8Array(tokens.count);
  const { kinds, count } = tokens;
  let brackets = 0;
  let blocks = 0;
  let nested = 0;
  let kept = 0;
  for (let index = 0; index < count; index++) {
    const kind = kinds[index]!;
    if (STRUCTURE[kind]) {
      brackets = nested = 0;
      if (kind === T.indent) blocks++;
      if (blocks <= BLOCKS) kept += keep[index] = 1;
      if (kind === T.dedent) blocks--;
      continue;
    }
    if (OPENS[kind]) brackets++;
    if (NESTS[kind]) nested++;
    if (brackets <= BRACKETS && blocks <= BLOCKS && nested <= RIGHT_NESTED) kept += keep[index] = 1;
    if (CLOSES[kind] && brackets > 0) brackets--;
  }
  return kept === count ? tokens : selected(tokens, keep, kept);
}

function selected(tokens: Tokens, keep: Uint8Array, kept: number): Tokens {
  const kinds = new Uint8Array(kept);
  const starts = new Int32Array(kept);
  const ends = new Int32Array(kept);
  let at = 0;
  for (let index = 0; index < tokens.count; index++) {
    if (!keep[index]) continue;
    kinds[at] = tokens.kinds[index]!;
    starts[at] = tokens.starts[index]!;
    ends[at++] = tokens.ends[index]!;
  }
  return { count: kept, kinds, starts, ends };
}
