import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';

/**
 * `TypeVar(name, A, B)`, `TypeVar(name, bound=A)` (https://docs.python.org/3/library/typing.html#typing.TypeVar):
 * holds what the variable may stand for as a type argument.
 */
export function typeVariable(f: Flow, site: Site): void {
  const bounds = f.p.solver.nodes(1);
  for (const node of site.arguments.positional.slice(1)) f.p.solver.flow(node, bounds);
  const bound = site.arguments.keywords.get(f.p.name('bound'));
  if (bound !== undefined) f.p.solver.flow(bound, bounds);
  f.p.solver.add(site.result, f.types.instance('typing.TypeVar', [bounds]));
}
