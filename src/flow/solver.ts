import type { Brand } from '../model/brand.ts';
import type { Token } from './values.ts';

/** A place values flow through: a variable, an op's result, a field. */
export type Node = Brand<number, 'Node'>;

/** Values of a node: most have one or two. */
type Values = Token[] | Set<Token>;

/** Up to here the values lie in an array; beyond, in a set, and texts count as one. */
const FEW = 12;
/**
 * A node takes no more values than this. Beyond it a call has so many candidates that none says anything, and sets
 * of that size cost the square of it. Errs toward missing values.
 */
const MOST = 48;

/** What to do when a value arrives at a node. */
export type Reaction = (token: Token) => void;

/**
 * Inclusion constraints over dense nodes, solved with a worklist that passes on only what is new (difference
 * propagation). Edges and reactions may be added at any time; a reaction runs once for each value of its node, from
 * the worklist and never from within another, so that nothing recurses.
 */
export class Solver {
  private count = 0;
  private readonly values: (Values | undefined)[] = [];
  private readonly successors: (Node[] | undefined)[] = [];
  private readonly reactions: (Reaction[] | undefined)[] = [];
  private readonly fresh: (Token[] | undefined)[] = [];
  private readonly queue: Node[] = [];
  private readonly late: { readonly reaction: Reaction; readonly token: Token }[] = [];
  /** Successors of the nodes that have many, to find one quickly. */
  private readonly known = new Map<Node, Set<Node>>();
  private readonly widen: (token: Token) => Token;

  /**
   * @param widen what a value becomes at a node that holds many already (a text: any text); itself if it stays.
   * Bounds the height of a node's set, and with it the work.
   */
  constructor(widen: (token: Token) => Token = (token) => token) {
    this.widen = widen;
  }

  /** Reserves `size` nodes in a row; gives the first. */
  nodes(size: number): Node {
    const first = this.count;
    this.count += size;
    return first as Node;
  }

  get size(): number {
    return this.count;
  }

  add(node: Node, token: Token): void {
    const set = this.values[node];
    if (!set) this.values[node] = [token];
    else if (Array.isArray(set)) {
      if (set.includes(token)) return;
      if (set.length < FEW) set.push(token);
      else this.values[node] = new Set(set).add(token);
    } else {
      if (set.has(token)) return;
      if (set.size >= MOST) return;
      const wider = this.widen(token);
      if (wider !== token) return this.add(node, wider);
      set.add(token);
    }
    const fresh = this.fresh[node];
    if (fresh) fresh.push(token);
    else {
      this.fresh[node] = [token];
      this.queue.push(node);
    }
  }

  /** All that `from` holds, now and later, `to` holds too. */
  flow(from: Node, to: Node): void {
    if (from === to) return;
    const list = this.successors[from];
    if (!list) this.successors[from] = [to];
    else if (list.length < FEW) {
      if (list.includes(to)) return;
      list.push(to);
    } else {
      let known = this.known.get(from);
      if (!known) {
        known = new Set(list);
        this.known.set(from, known);
      }
      if (known.has(to)) return;
      known.add(to);
      list.push(to);
    }
    const set = this.values[from];
    if (set) for (const token of set) this.add(to, token);
  }

  /** Runs `reaction` for each value that `node` holds, now and later. */
  on(node: Node, reaction: Reaction): void {
    const list = this.reactions[node];
    if (list) list.push(reaction);
    else this.reactions[node] = [reaction];
    const set = this.values[node];
    if (!set) return;
    // values still waiting will reach the reaction from the queue
    const waiting = this.fresh[node];
    for (const token of set) {
      if (!waiting?.includes(token)) this.late.push({ reaction, token });
    }
  }

  /** Works until nothing changes. */
  solve(): void {
    let nextLate = 0;
    let next = 0;
    for (;;) {
      if (nextLate < this.late.length) {
        const { reaction, token } = this.late[nextLate++]!;
        reaction(token);
      } else if (next < this.queue.length) {
        this.visit(this.queue[next++]!);
      } else break;
      if (nextLate > 65536) {
        this.late.splice(0, nextLate);
        nextLate = 0;
      }
      if (next > 65536) {
        this.queue.splice(0, next);
        next = 0;
      }
    }
    this.late.length = 0;
    this.queue.length = 0;
  }

  private visit(node: Node): void {
    const fresh = this.fresh[node];
    if (!fresh) return;
    this.fresh[node] = undefined;
    const successors = this.successors[node];
    if (successors) for (const to of successors) for (const token of fresh) this.add(to, token);
    const reactions = this.reactions[node];
    if (!reactions) return;
    const count = reactions.length;
    for (let index = 0; index < count; index++) for (const token of fresh) reactions[index]!(token);
  }

  /** What a node holds, in order of arrival. */
  at(node: Node): readonly Token[] {
    const set = this.values[node];
    return set ? [...set] : [];
  }
}
