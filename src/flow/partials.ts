import type { Flow } from './flow.ts';
import { NO_ARGUMENTS } from './propagation.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE } from './values.ts';

/** A callable with arguments already given: the first node holds the callable. Not one that the program wrote. */
export function partialOf(f: Flow, positional: readonly [Node, ...Node[]]): Token {
  const id = f.p.newSite();
  f.partials.set(id, { ...NO_ARGUMENTS, positional });
  return f.p.values.of(VALUE.partial, id);
}
