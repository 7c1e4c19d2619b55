import { type NodeSet, Tree } from '@lezer/common';
import * as T from '../generated/terms.ts';
import type { Tokens } from '../lexer/tokens.ts';
import type { Records } from './records.ts';

/** Reads a buffer of (type, from, to, size) from its end, as Lezer's tree builder wants it. */
class RecordCursor {
  private readonly buffer: Int32Array;
  pos: number;

  constructor(buffer: Int32Array, pos: number) {
    this.buffer = buffer;
    this.pos = pos;
  }

  get id(): number {
    return this.buffer[this.pos - 4]!;
  }

  get start(): number {
    return this.buffer[this.pos - 3]!;
  }

  get end(): number {
    return this.buffer[this.pos - 2]!;
  }

  get size(): number {
    return this.buffer[this.pos - 1]!;
  }

  next(): void {
    this.pos -= 4;
  }

  fork(): RecordCursor {
    return new RecordCursor(this.buffer, this.pos);
  }
}

/** The Lezer tree of a run, comments put in. Lezer flattens what lies deeper than 2,500 nodes; the table does not. */
export function treeOfRecords(
  records: Records,
  tokens: Tokens,
  length: number,
  set: NodeSet,
  bufferLength: number,
): Tree {
  const buffer = withComments(records, tokens);
  return Tree.build({
    buffer: new RecordCursor(buffer, buffer.length),
    nodeSet: set,
    topID: T.ScriptRule,
    maxBufferLength: bufferLength,
    length,
  });
}

/** Records and comments as one buffer: a comment stands in the innermost node around it, between its neighbours. */
function withComments(records: Records, tokens: Tokens): Int32Array {
  const { count, types, from, to, sizes } = records;
  const comments: number[] = [];
  for (let index = 0; index < tokens.count; index++) {
    if (tokens.kinds[index] === T.Comment) comments.push(index);
  }
  const buffer = new Int32Array((count + comments.length) * 4);
  // Comments before each record that is still open to the left; a comment adds to the size of the nodes around it.
  const before = comments.length > 0 ? new Int32Array(count + 1) : undefined;
  let taken = 0;
  let at = 0;
  const comment = () => {
    const index = comments[taken++]!;
    buffer[at++] = T.Comment;
    buffer[at++] = tokens.starts[index]!;
    buffer[at++] = tokens.ends[index]!;
    buffer[at++] = 4;
  };
  for (let index = 0; index < count; index++) {
    const start = from[index]!;
    const end = to[index]!;
    const leaf = sizes[index] === 1;
    while (taken < comments.length && precedes(tokens.ends[comments[taken]!]!, start, end, leaf)) comment();
    if (before) before[index] = taken;
    const first = index - sizes[index]! + 1;
    let inside = 0;
    if (before && !leaf) {
      inside = taken - before[first]!;
      // Comments before the first child but after the node's own start lie in the node as well.
      for (let c = before[first]! - 1; c >= 0 && tokens.starts[comments[c]!]! >= start; c--) inside++;
    }
    buffer[at++] = types[index]!;
    buffer[at++] = start;
    buffer[at++] = end;
    buffer[at++] = (sizes[index]! + inside) * 4;
  }
  while (taken < comments.length) comment();
  return buffer;
}

/** Whether a comment that ends at `end` comes before a record: before a leaf's start, inside any other node's end. */
function precedes(end: number, from: number, to: number, leaf: boolean): boolean {
  return end <= (leaf ? from : to);
}
