import type { OpId } from '../../facts/ir.ts';
import type { Activation, ActivationId } from './activations.ts';
import type { Site } from './propagation.ts';

/** An op that runs code of another function. */
export interface Entry {
  readonly from: Activation;
  readonly op: OpId;
  /** What it costs that values which others may take the place of are asked for their method; absent: nothing. */
  readonly cost?: number;
}

/**
 * Which ops enter the functions of installed packages, context by context: the way back from what happens there to
 * the project. Functions of the project need none, since what happens in them is told there.
 */
export class Entries {
  private readonly calls = new Map<ActivationId, Map<number, Entry>>();
  private readonly consumed = new Map<ActivationId, Map<number, Entry>>();

  /** A call at `site` runs `callee`, or makes its generator or coroutine. */
  called(site: Site, callee: Activation, cost = 0): void {
    if (callee.file.isDependency) note(this.calls, site, callee, cost);
  }

  /** What a generator or coroutine does happens where it is iterated or awaited. */
  resumed(site: Site, generator: Activation): void {
    if (generator.file.isDependency) note(this.consumed, site, generator);
  }

  /** The ops that run an activation; a generator that nobody in sight consumes counts where it is made. */
  into(activation: ActivationId): Iterable<Entry> {
    return (this.consumed.get(activation) ?? this.calls.get(activation))?.values() ?? [];
  }
}

function note(
  entries: Map<ActivationId, Map<number, Entry>>,
  site: Site,
  callee: Activation,
  cost = 0,
): void {
  let known = entries.get(callee.id);
  if (!known) {
    known = new Map();
    entries.set(callee.id, known);
  }
  const key = site.activation.base + site.op;
  if (!known.has(key)) known.set(key, { from: site.activation, op: site.op, ...(cost > 0 ? { cost } : {}) });
}
