import type { OpId } from '../../facts/ir.ts';
import type { Activation, Activations } from './activations.ts';
import { IntList } from './int-list.ts';
import type { Token } from './values.ts';

/** What each op of each activation may call. Lists of callees hang at the node of the op, newest first. */
export class CallEdges {
  private readonly heads = new IntList(1 << 12);
  private readonly nexts = new IntList(1 << 12);
  private readonly callees = new IntList(1 << 12);
  private readonly activations: Activations;

  constructor(activations: Activations) {
    this.activations = activations;
    this.nexts.push(0);
    this.callees.push(0);
  }

  add(activation: Activation, op: OpId, callee: Token): void {
    const node = this.activations.node(activation, op);
    this.heads.extend(node + 1);
    const head = this.heads.items[node]!;
    for (let edge = head; edge !== 0; edge = this.nexts.items[edge]!) {
      if (this.callees.items[edge] === callee) return;
    }
    this.callees.push(callee);
    this.heads.items[node] = this.nexts.push(head);
  }

  /** Whether an op calls anything. */
  has(activation: Activation, op: OpId): boolean {
    const node = this.activations.node(activation, op);
    return node < this.heads.length && this.heads.items[node] !== 0;
  }

  /** Takes a callee back. */
  remove(activation: Activation, op: OpId, callee: Token): void {
    const node = this.activations.node(activation, op);
    if (node >= this.heads.length) return;
    let before = 0;
    for (let edge = this.heads.items[node]!; edge !== 0; edge = this.nexts.items[edge]!) {
      if (this.callees.items[edge] !== callee) before = edge;
      else if (before === 0) this.heads.items[node] = this.nexts.items[edge]!;
      else this.nexts.items[before] = this.nexts.items[edge]!;
    }
  }

  /** Callees of an op, in the order in which they were found. */
  at(activation: Activation, op: OpId): readonly Token[] {
    const node = this.activations.node(activation, op);
    const found: Token[] = [];
    if (node >= this.heads.length) return found;
    for (let edge = this.heads.items[node]!; edge !== 0; edge = this.nexts.items[edge]!) {
      found.push(this.callees.items[edge] as Token);
    }
    return found.reverse();
  }

  /** The ops of an activation that call something, in order. */
  each(activation: Activation, use: (op: OpId, callees: readonly Token[]) => void): void {
    const { start, end } = activation.file.facts.functions[activation.index]!;
    const last = Math.min(end, this.heads.length - activation.base);
    for (let op = start as OpId; op < last; op++) {
      if (this.heads.items[activation.base + op] !== 0) use(op, this.at(activation, op));
    }
  }
}
