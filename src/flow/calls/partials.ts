import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** A callable with arguments already given: the first node holds the callable. Not one that the program wrote. */
export function partialOf(f: Flow, positional: readonly [Node, ...Node[]]): Token {
  const id = f.p.newSite();
  f.partials.set(id, { ...NO_ARGUMENTS, positional });
  return f.p.values.of(VALUE.partial, id);
}

/** As `partialOf`; read through an instance, it gets that instance as the argument at `receiverAt`. */
export function boundPartial(f: Flow, positional: readonly [Node, ...Node[]], receiverAt: number): Token {
  const made = partialOf(f, positional);
  f.receiverPositions.set(f.p.values.x(made), receiverAt);
  return made;
}

/** What a partial that is kept by a class gives when it is read through an instance. */
export function bindPartial(f: Flow, partial: Token, receiver: Token): Token {
  const at = f.receiverPositions.get(f.p.values.x(partial));
  const made = f.partials.get(f.p.values.x(partial));
  if (at === undefined || made === undefined) return partial;
  const given = f.p.solver.nodes(1);
  f.p.solver.add(given, receiver);
  const id = f.p.newSite();
  const positional = [...made.positional.slice(0, at), given, ...made.positional.slice(at)];
  const stars = made.stars.map((star) => ({ ...star, at: star.at + 1 }));
  f.partials.set(id, { ...made, positional, stars });
  return f.p.values.of(VALUE.partial, id);
}
