import type { OpId } from '../../facts/ir.ts';
import { NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import type { ActivationId } from '../solve/activations.ts';

/** Call edges of a path stay far below; cost and edges then are one number that orders paths. */
const MOST_EDGES = 2 ** 20;

/**
 * Which ways to an activation are still of use while one event is carried: most are not, and a path is made for none of
 * them. Kept in columns by activation, one set of columns for all events: what an earlier event left counts as nothing.
 */
export class Frontier {
  private readonly settled: Int32Array;
  private readonly settledIn: Int32Array;
  private readonly waiting: Int32Array;
  private readonly waitingIn: Int32Array;
  private readonly length: Float64Array;
  private readonly op: Int32Array;
  private round = 0;

  /** @param activations how many there are */
  constructor(activations: number) {
    this.settled = new Int32Array(activations);
    this.settledIn = new Int32Array(activations);
    this.waiting = new Int32Array(activations);
    this.waitingIn = new Int32Array(activations);
    this.length = new Float64Array(activations);
    this.op = new Int32Array(activations);
  }

  /** The next event. */
  begin(): void {
    this.round++;
  }

  /** The targets that a path adds, the cheapest of those left; they count as reached from then on. */
  settle(activation: ActivationId, targets: TargetMask): TargetMask {
    const known = this.settledIn[activation] === this.round ? this.settled[activation]! : NO_TARGETS;
    const added = (targets & ~known) as TargetMask;
    if (added === NO_TARGETS) return added;
    this.settled[activation] = known | added;
    this.settledIn[activation] = this.round;
    return added;
  }

  /**
   * Whether a path from an op of an activation may add something: its targets are not all reached, nor will one that
   * waits and comes first reach them: the cheaper one, then the shorter, then that of the earlier op.
   */
  isOpen(activation: ActivationId, op: OpId, cost: number, edges: number, targets: TargetMask): boolean {
    if (this.settledIn[activation] === this.round && (targets & ~this.settled[activation]!) === 0)
      return false;
    const length = cost * MOST_EDGES + edges;
    if (this.waitingIn[activation] === this.round) {
      const difference = this.length[activation]! - length || this.op[activation]! - op;
      if (difference <= 0) return (targets & ~this.waiting[activation]!) !== 0;
    }
    this.waiting[activation] = targets;
    this.waitingIn[activation] = this.round;
    this.length[activation] = length;
    this.op[activation] = op;
    return true;
  }
}
