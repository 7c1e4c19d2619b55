import type { Flow } from '../flow.ts';
import { libraryResult } from '../library/library.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';

export const DEFAULT_DICT = 'collections.defaultdict';
const FACTORY = 'default_factory';

/** `defaultdict(factory)`: the factory is kept, to be called by subscripts. */
export function defaultDict(f: Flow, site: Site): void {
  libraryResult(f, DEFAULT_DICT, site);
  const [factory] = site.arguments.positional;
  if (factory === undefined) return;
  f.p.solver.on(site.result, (token) => {
    if (f.p.values.kind(token) !== VALUE.libraryInstance) return;
    f.p.solver.flow(factory, f.p.field(token, f.p.name(FACTORY)));
  });
}

/** `d[key]` of a defaultdict calls the factory where there is no such key, and keeps what it gives. */
export function callFactory(f: Flow, token: Token, site: Site): void {
  const result = f.p.solver.nodes(1);
  f.p.solver.flow(result, site.result);
  const kept = f.types.argumentAs(token, 'typing.Mapping', 1);
  if (kept !== undefined) f.p.solver.flow(result, kept);
  f.p.solver.on(f.p.field(token, f.p.name(FACTORY)), (factory) =>
    f.p.call(factory, { ...site, arguments: NO_ARGUMENTS, result }),
  );
}
