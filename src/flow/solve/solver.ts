import type { OpId } from '../../facts/ir.ts';
import type { Brand } from '../../model/brand.ts';
import { IntList } from './int-list.ts';
import { PairMap } from './pair-map.ts';
import { EMPTY, type SetId, single, ValueSets, type Widen } from './value-sets.ts';
import type { Token } from './values.ts';

/** A place values flow through: a variable, an op's result, a field. */
export type Node = Brand<number, 'Node'>;

/** What to do when a value arrives at a node. */
export type Reaction = (token: Token) => void;

/** Runs the op of an activation for a value that arrived at an operand; `part` tells operands apart, from 0 to 3. */
export type Arrival = (activation: number, op: OpId, part: number, token: Token) => void;

/** Edges of a node that are looked through one by one; beyond, the pairs are kept in a table. */
const FEW_EDGES = 8;

const RELEASED = 'a constraint was added to a program that is solved';

/**
 * Inclusion constraints over dense nodes, solved with a worklist that passes on only what is new (difference
 * propagation). Edges and reactions may be added at any time; a reaction runs once for each value of its node, from
 * the worklist and never from within another, so that nothing recurses.
 */
export class Solver {
  readonly sets: ValueSets;
  private readonly arrival: Arrival;
  private readonly held = new IntList(1 << 16);
  private readonly fresh = new IntList(1 << 16);
  /** Head of each node's list of edges, and their count; the lists lie in `edgeTo` and `edgeNext`; 0 ends one. */
  private readonly edges = new IntList(1 << 16);
  private readonly edgeCounts = new IntList(1 << 16);
  private readonly edgeTo = new IntList(1 << 16);
  private readonly edgeNext = new IntList(1 << 16);
  private readonly known = new PairMap(1 << 12);
  /** Head of each node's list of reactions: ops of activations, or (op < 0) closures. */
  private readonly reactions = new IntList(1 << 16);
  private readonly reactionNext = new IntList(1 << 16);
  private readonly reactionOwner = new IntList(1 << 16);
  private readonly reactionOp = new IntList(1 << 16);
  private readonly closures: Reaction[] = [];
  private readonly queue = new IntList(1 << 12);
  private readonly late = new IntList(1 << 12);
  private released = false;

  /**
   * @param arrival runs an op that waits on a node (`onOp`)
   * @param widen bounds the height of a node's set, and with it the work
   */
  constructor(arrival: Arrival = () => {}, widen: Widen = (token) => token) {
    this.arrival = arrival;
    this.sets = new ValueSets(widen);
    this.edgeTo.push(0);
    this.edgeNext.push(0);
    this.reactionNext.push(0);
    this.reactionOwner.push(0);
    this.reactionOp.push(0);
  }

  /** Makes room for about so many nodes, so that the tables need not grow step by step. */
  reserve(nodes: number): void {
    for (const list of [this.held, this.fresh, this.edges, this.edgeCounts, this.reactions]) {
      list.reserve(nodes);
    }
    for (const list of [this.edgeTo, this.edgeNext]) list.reserve(nodes);
    for (const list of [this.reactionNext, this.reactionOwner, this.reactionOp]) list.reserve(nodes);
  }

  /** Reserves `size` nodes in a row; gives the first. */
  nodes(size: number): Node {
    const first = this.held.length;
    if (this.released) {
      this.held.extend(first + size);
      return first as Node;
    }
    for (const list of [this.held, this.fresh, this.edges, this.edgeCounts, this.reactions]) {
      list.extend(first + size);
    }
    return first as Node;
  }

  get size(): number {
    return this.held.length;
  }

  add(node: Node, token: Token): void {
    if (this.released) throw new Error(RELEASED);
    this.pass(node, single(token));
  }

  /** All that `from` holds, now and later, `to` holds too. */
  flow(from: Node, to: Node): void {
    if (this.released) throw new Error(RELEASED);
    if (from === to || !this.isNewEdge(from, to)) return;
    this.edgeTo.push(to);
    this.edges.items[from] = this.edgeNext.push(this.edges.items[from]!);
    this.edgeCounts.items[from]!++;
    this.pass(to, this.held.items[from]!);
  }

  private isNewEdge(from: Node, to: Node): boolean {
    const count = this.edgeCounts.items[from]!;
    if (count > FEW_EDGES) return this.known.add(from, to);
    for (let edge = this.edges.items[from]!; edge !== 0; edge = this.edgeNext.items[edge]!) {
      if (this.edgeTo.items[edge] === to) return false;
    }
    if (count === FEW_EDGES) {
      for (let edge = this.edges.items[from]!; edge !== 0; edge = this.edgeNext.items[edge]!) {
        this.known.add(from, this.edgeTo.items[edge]!);
      }
      this.known.add(from, to);
    }
    return true;
  }

  private pass(to: Node, set: SetId): void {
    const held = this.held.items[to]!;
    const union = this.sets.union(held, set);
    if (union === held) return;
    this.held.items[to] = union;
    const added = this.sets.without(union, held);
    const fresh = this.fresh.items[to]!;
    if (fresh === EMPTY) this.queue.push(to);
    this.fresh.items[to] = this.sets.join(fresh, added);
  }

  /** Runs `reaction` for each value that `node` holds, now and later. */
  on(node: Node, reaction: Reaction): void {
    this.wait(node, this.closures.push(reaction) - 1, -1);
  }

  /** Runs the op of an activation for each value that `node` holds, now and later. */
  onOp(node: Node, activation: number, op: OpId, part = 0): void {
    this.wait(node, activation, op * 4 + part);
  }

  private wait(node: Node, owner: number, op: number): void {
    if (this.released) throw new Error(RELEASED);
    this.reactionOwner.push(owner);
    this.reactionOp.push(op);
    const reaction = this.reactionNext.push(this.reactions.items[node]!);
    this.reactions.items[node] = reaction;
    const held = this.held.items[node]!;
    if (held === EMPTY) return;
    // values still waiting will reach the reaction from the queue
    const delivered = this.sets.without(held, this.fresh.items[node]!);
    if (delivered === EMPTY) return;
    this.late.push(reaction);
    this.late.push(delivered);
  }

  /** Works until nothing changes. */
  solve(): void {
    const { late, queue } = this;
    let nextLate = 0;
    let next = 0;
    for (;;) {
      if (nextLate < late.length) {
        this.deliver(late.items[nextLate]!, late.items[nextLate + 1]!);
        nextLate += 2;
      } else if (next < queue.length) {
        this.visit(queue.items[next++]! as Node);
      } else break;
      if (nextLate === late.length) {
        late.length = 0;
        nextLate = 0;
      }
      if (next > 65536) {
        queue.items.copyWithin(0, next, queue.length);
        queue.length -= next;
        next = 0;
      }
    }
    queue.length = 0;
  }

  private visit(node: Node): void {
    const fresh = this.fresh.items[node]!;
    if (fresh === EMPTY) return;
    this.fresh.items[node] = EMPTY;
    // passing values on adds no edge, so the arrays stay where they are
    const { items: tos } = this.edgeTo;
    const { items: nexts } = this.edgeNext;
    for (let edge = this.edges.items[node]!; edge !== 0; edge = nexts[edge]!) {
      this.pass(tos[edge] as Node, fresh);
    }
    for (
      let reaction = this.reactions.items[node]!;
      reaction !== 0;
      reaction = this.reactionNext.items[reaction]!
    ) {
      this.deliver(reaction, fresh);
    }
  }

  private deliver(reaction: number, set: SetId): void {
    const owner = this.reactionOwner.items[reaction]!;
    const op = this.reactionOp.items[reaction]!;
    const run = op < 0 ? this.closures[owner]! : undefined;
    for (let index = 0, size = this.sets.size(set); index < size; index++) {
      const token = this.sets.item(set, index);
      if (run) run(token);
      else this.arrival(owner, (op >> 2) as OpId, op & 3, token);
    }
  }

  /** Drops all but what the nodes hold: edges, reactions and unions are wanted no more. Nothing can be added then. */
  release(): void {
    this.released = true;
    this.closures.length = 0;
    this.known.clear();
    this.sets.release();
    for (const list of [this.fresh, this.edges, this.edgeCounts, this.edgeTo, this.edgeNext]) list.clear();
    for (const list of [this.reactions, this.reactionNext, this.reactionOwner, this.reactionOp]) list.clear();
    for (const list of [this.queue, this.late]) list.clear();
  }

  /** What a node holds, in order of token numbers. */
  at(node: Node): readonly Token[] {
    return this.sets.tokens(this.held.items[node]!);
  }

  /** The set of what a node holds. */
  setAt(node: Node): SetId {
    return this.held.items[node]!;
  }
}
