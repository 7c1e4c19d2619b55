import { ExternalTokenizer, type InputStream, type Stack } from '@lezer/lr';
import * as T from '../generated/terms.ts';
import type { PlacedTokens } from './blocks.ts';
import type { OpenBlock } from './context.ts';

/** Stands in the parser's tables; every parse puts `tokenizerOf` its own tokens in its place. */
export const lexed = new ExternalTokenizer(() => {
  throw new Error('the parser was run without tokens');
});

const SPACE = T.space + T.NAMELESS_GAP;
const DEDENT = T.dedent + T.NAMELESS_GAP;

export interface CountingTokenizer {
  readonly tokenizer: ExternalTokenizer;
  /** How often another stack asked than the time before: a sound parse has one stack, each error splits it. */
  switches(): number;
}

/**
 * Hands out tokens lexed ahead, by position. What stands between two tokens is one `space`. A DEDENT comes whenever
 * the stack's innermost block is deeper than the text, so that a stack that error recovery has led astray finds back.
 */
export function tokenizerOf(tokens: PlacedTokens): CountingTokenizer {
  const { kinds, starts, ends, depths, count } = tokens;
  let switches = 0;
  let current: Stack | undefined;
  const next = (input: InputStream, stack: Stack): void => {
    if (stack !== current) {
      switches++;
      current = stack;
    }
    const block = stack.context as OpenBlock;
    let at = tokens.from(input.pos);
    if (kinds[at] === T.newline && starts[at] === ends[at] && block.lineEnded) at = count - 1;
    const depth = depths[at]!;
    const start = starts[at]!;
    const kind = kinds[at]!;
    if (depth < block.depth) input.acceptTokenTo(DEDENT, input.pos);
    else if (start > input.pos) input.acceptTokenTo(SPACE, start);
    else if (kind === T.dedent && depth > block.depth) input.acceptTokenTo(SPACE, ends[at]!);
    else if (kind === T.eof || kind === 0) return;
    else input.acceptTokenTo(kind < T.eof ? kind : kind + T.NAMELESS_GAP, ends[at]!);
  };
  // The answer depends on the stack, so that Lezer must not keep it.
  return { tokenizer: new ExternalTokenizer(next, { contextual: true }), switches: () => switches };
}
