import type { Span } from '../../model/finding.ts';
import { Comment as CommentToken } from '../generated/terms.ts';
import * as K from '../kind-numbers.ts';
import type { Tokens } from '../lexer/tokens.ts';
import { SyntaxTable } from '../syntax-table.ts';
import type { Records } from './records.ts';

/**
 * Turns a run's records, children first, into a table, parents first. Read backwards, they come parent first with
 * the children from the right; a node's place from the front is its place from the back, less its descendants, plus
 * its ancestors.
 */
export function tableOfRecords(
  text: string,
  records: Records,
  kinds: Uint8Array,
  comments: readonly Span[],
): SyntaxTable {
  const { count, types, from: starts, to: ends, sizes } = records;
  const kind = new Uint8Array(count + 1);
  const from = new Int32Array(count + 1);
  const to = new Int32Array(count + 1);
  const first = new Int32Array(count + 1);
  const next = new Int32Array(count + 1);
  kind[0] = K.Script;
  to[0] = text.length;
  first[0] = count > 0 ? 1 : -1;
  next[0] = -1;
  let room = 256;
  // Per open ancestor: its first record, and the place of the child to the right of the one being read.
  let bounds = new Int32Array(room);
  let right = new Int32Array(room);
  let depth = 0;
  right[0] = -1;
  for (let index = count - 1; index >= 0; index--) {
    while (depth > 0 && bounds[depth]! > index) depth--;
    const size = sizes[index]!;
    const place = index - size + 2 + depth;
    kind[place] = kinds[types[index]!]!;
    from[place] = starts[index]!;
    to[place] = ends[index]!;
    next[place] = right[depth]!;
    right[depth] = place;
    if (size === 1) first[place] = -1;
    else {
      first[place] = place + 1;
      if (++depth === room) {
        room *= 2;
        bounds = grown(bounds, room);
        right = grown(right, room);
      }
      bounds[depth] = index - size + 1;
      right[depth] = -1;
    }
  }
  return new SyntaxTable(text, { kind, from, to, first, next }, comments);
}

function grown(old: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const fresh = new Int32Array(size);
  fresh.set(old);
  return fresh;
}

/** The comments among the tokens. */
export function commentsOf(tokens: Tokens): Span[] {
  const comments: Span[] = [];
  const { kinds, starts, ends, count } = tokens;
  for (let index = 0; index < count; index++) {
    if (kinds[index] === CommentToken) comments.push({ from: starts[index]!, to: ends[index]! });
  }
  return comments;
}
