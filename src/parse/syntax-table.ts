import type { Tree } from '@lezer/common';
import type { Brand } from '../model/brand.ts';
import type { Span } from '../model/finding.ts';
import * as K from './kind-numbers.ts';
import { KIND, NODE_NAMES, type NodeName } from './kinds.ts';

/** Index of a node in a `SyntaxTable`; parents come before their children. */
export type NodeId = Brand<number, 'NodeId'>;
export const NO_NODE = -1 as NodeId;

/**
 * A syntax tree as arrays, one entry a node: quick to walk, nothing to keep alive, no dependence on the parser.
 * Comments stand apart in `comments`, so that a shape is never interrupted by one. Offsets are UTF-16.
 */
export class SyntaxTable {
  readonly text: string;
  readonly kind: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly comments: readonly Span[];

  constructor(
    text: string,
    arrays: { kind: Uint8Array; from: Int32Array; to: Int32Array; first: Int32Array; next: Int32Array },
    comments: readonly Span[],
  ) {
    this.text = text;
    this.kind = arrays.kind;
    this.from = arrays.from;
    this.to = arrays.to;
    this.first = arrays.first;
    this.next = arrays.next;
    this.comments = comments;
  }

  name(node: NodeId): NodeName {
    return NODE_NAMES[this.kind[node]!]!;
  }

  /** Whether a node is there and of a kind of `kind-numbers.ts`. */
  is(node: NodeId, kind: number): boolean {
    return node >= 0 && this.kind[node] === kind;
  }

  slice(node: NodeId): string {
    return this.text.slice(this.from[node], this.to[node]);
  }

  span(node: NodeId): Span {
    return { from: this.from[node]!, to: this.to[node]! };
  }

  firstChild(node: NodeId): NodeId {
    return this.first[node] as NodeId;
  }

  nextSibling(node: NodeId): NodeId {
    return this.next[node] as NodeId;
  }

  children(node: NodeId): NodeId[] {
    const found: NodeId[] = [];
    for (let child = this.first[node]!; child >= 0; child = this.next[child]!) found.push(child as NodeId);
    return found;
  }

  /** The first child of that kind, or NO_NODE. */
  child(node: NodeId, kind: number): NodeId {
    let child = this.first[node]!;
    while (child >= 0 && this.kind[child] !== kind) child = this.next[child]!;
    return child as NodeId;
  }
}

/** One pass over a Lezer tree; `kinds` comes from `kindsOf` of the grammar that made it. */
export function tableOfTree(tree: Tree, text: string, kinds: Uint8Array): SyntaxTable {
  let size = 1024;
  let kind = new Uint8Array(size);
  let from = new Int32Array(size);
  let to = new Int32Array(size);
  let first = new Int32Array(size);
  let next = new Int32Array(size);
  const comments: Span[] = [];
  const parents: number[] = [];
  const lastChild: number[] = [];
  let count = 0;
  const grow = () => {
    size *= 2;
    const bigger = <T extends Uint8Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old);
      return fresh;
    };
    kind = bigger(kind, new Uint8Array(size));
    from = bigger(from, new Int32Array(size));
    to = bigger(to, new Int32Array(size));
    first = bigger(first, new Int32Array(size));
    next = bigger(next, new Int32Array(size));
  };
  const cursor = tree.cursor();
  for (;;) {
    const type = kinds[cursor.type.id]!;
    let entered = false;
    if (type === K.Comment) comments.push({ from: cursor.from, to: cursor.to });
    else {
      if (count === size) grow();
      kind[count] = type;
      from[count] = cursor.from;
      to[count] = cursor.to;
      first[count] = -1;
      next[count] = -1;
      const depth = parents.length - 1;
      if (depth >= 0) {
        if (lastChild[depth]! < 0) first[parents[depth]!] = count;
        else next[lastChild[depth]!] = count;
        lastChild[depth] = count;
      }
      count++;
      if (cursor.firstChild()) {
        parents.push(count - 1);
        lastChild.push(-1);
        entered = true;
      }
    }
    if (entered) continue;
    while (!cursor.nextSibling()) {
      if (!cursor.parent()) return finish();
      parents.pop();
      lastChild.pop();
    }
    if (parents.length === 0) return finish();
  }
  function finish(): SyntaxTable {
    const arrays = {
      kind: kind.slice(0, count),
      from: from.slice(0, count),
      to: to.slice(0, count),
      first: first.slice(0, count),
      next: next.slice(0, count),
    };
    return new SyntaxTable(text, arrays, comments);
  }
}

/** Node types of a grammar, as `parser.nodeSet` gives them. */
export interface NodeTypes {
  readonly types: readonly { readonly name: string }[];
}

/**
 * Kind of every node type id of a grammar.
 * @throws Error for a node name this module does not know: the grammar and `kinds.ts` have come apart.
 */
export function kindsOf(set: NodeTypes): Uint8Array {
  return Uint8Array.from(set.types, ({ name }) => {
    const kind = (KIND as Record<string, number>)[name];
    if (kind === undefined && name !== '') throw new Error(`the grammar has an unknown node: ${name}`);
    return kind ?? 0;
  });
}
