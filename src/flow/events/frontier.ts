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
  private round = 0;

  /** @param activations how many there are */
  constructor(activations: number) {
    this.settled = new Int32Array(activations);
    this.settledIn = new Int32Array(activations);
    this.waiting = new Int32Array(activations);
    this.waitingIn = new Int32Array(activations);
    this.length = new Float64Array(activations);
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

  /** Whether a path may add something: its targets are not all reached, nor will a better one that waits reach them. */
  isOpen(activation: ActivationId, cost: number, edges: number, targets: TargetMask): boolean {
    if (this.settledIn[activation] === this.round && (targets & ~this.settled[activation]!) === 0)
      return false;
    const length = cost * MOST_EDGES + edges;
    if (this.waitingIn[activation] === this.round && this.length[activation]! < length) {
      return (targets & ~this.waiting[activation]!) !== 0;
    }
    // of two that are equally long their places decide, later
    const isBetter = this.waitingIn[activation] !== this.round || length < this.length[activation]!;
    if (!isBetter) return true;
    this.waiting[activation] = targets;
    this.waitingIn[activation] = this.round;
    this.length[activation] = length;
    return true;
  }
}
