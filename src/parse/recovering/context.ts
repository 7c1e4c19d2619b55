import { ContextTracker } from '@lezer/lr';
import {
  blockRule,
  Comment,
  dedent,
  indent,
  matchBlockRule,
  NAMELESS_GAP,
  newline,
  space,
} from '../generated/terms.ts';
import type { PlacedTokens } from './blocks.ts';

const INDENT = indent + NAMELESS_GAP;
const DEDENT = dedent + NAMELESS_GAP;
const NEWLINE = newline + NAMELESS_GAP;
const SPACE = space + NAMELESS_GAP;

/** What a parse stack must know to be given its next token. */
export interface OpenBlock {
  readonly outer: OpenBlock | undefined;
  /** Where its INDENT stands, and how many blocks the text has open inside it. */
  readonly at: number;
  readonly depth: number;
  /** The last token was NEWLINE, DEDENTs aside: the one at the end of a text has no width and must not come twice. */
  readonly lineEnded: boolean;
}

const MODULE: OpenBlock = { outer: undefined, at: -1, depth: 0, lineEnded: false };

/** Stands in the parser's tables; every parse puts `blocksOf` its own tokens in its place. */
export const blockDepth = new ContextTracker<OpenBlock>({ start: MODULE });

/**
 * Follows the blocks open on a parse stack by what was shifted and reduced: true whatever error recovery inserts or
 * drops, so that DEDENTs can be handed out until stack and text agree.
 */
export function blocksOf(tokens: PlacedTokens): ContextTracker<OpenBlock> {
  return new ContextTracker<OpenBlock>({
    start: MODULE,
    shift(block, term, _stack, input) {
      if (term === SPACE || term === Comment || term === DEDENT) return block;
      if (term === INDENT) {
        const depth = tokens.depths[tokens.from(input.pos)]! + 1;
        return { outer: block, at: input.pos, depth, lineEnded: false };
      }
      const lineEnded = term === NEWLINE;
      return lineEnded === block.lineEnded ? block : { ...block, lineEnded };
    },
    reduce(block, term, _stack, input) {
      if (term !== blockRule && term !== matchBlockRule) return block;
      if (block.outer === undefined || block.at < input.pos) return block;
      return block.outer.lineEnded === block.lineEnded
        ? block.outer
        : { ...block.outer, lineEnded: block.lineEnded };
    },
    strict: false,
  });
}
