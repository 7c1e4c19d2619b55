import type { NodeSet, Tree } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { deserialize } from '../generated/lezer.ts';
import type { Tokens } from '../lexer/tokens.ts';
import { kindsOf } from '../syntax-table.ts';
import { placed } from './blocks.ts';
import { blocksOf } from './context.ts';
import { prune } from './prune.ts';
import { lexed, tokenizerOf } from './tokens.ts';

/** Length of text up to which Lezer packs nodes into flat buffers: large ones take less memory and walk faster. */
export const BUFFER_LENGTH = 8192;

let parser: LRParser | undefined;

/** The Lezer parser, made at the first call. On its own it cannot parse: it needs tokens, see `recover`. */
export function lezerParser(): LRParser {
  parser ??= deserialize().configure({ bufferLength: BUFFER_LENGTH });
  return parser;
}

export function nodeSet(): NodeSet {
  return lezerParser().nodeSet;
}

/** Changes of stack (recovery at one error makes some dozens), at least and per token, before a text is left. */
const SWITCHES = 20_000;
const SWITCHES_PER_TOKEN = 0.02;

/**
 * Parses with Lezer's own LR parser and its error recovery, through its public interfaces alone. Gives a tree for
 * every text; where the grammar does not hold, there are error nodes. A text that is nothing but errors is left from
 * the place on where the work for it has become out of proportion.
 */
export function recover(text: string, tokens: Tokens): Tree {
  const own = placed(prune(tokens));
  const tokenizer = tokenizerOf(own);
  const parse = lezerParser()
    .configure({ tokenizers: [{ from: lexed, to: tokenizer.tokenizer }], contextTracker: blocksOf(own) })
    .startParse(text);
  const most = SWITCHES + own.count * SWITCHES_PER_TOKEN;
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    if (tokenizer.switches() > most && parse.stoppedAt === null) parse.stopAt(parse.parsedPos);
  }
}

let kinds: Uint8Array | undefined;

/** Kind of each node type of the Lezer parser, its nameless ones included. */
export function nodeKinds(): Uint8Array {
  kinds ??= kindsOf(nodeSet());
  return kinds;
}
