import type { Flow } from './flow.ts';
import type { Site } from './propagation.ts';
import { type Token, VALUE } from './values.ts';

/** `@f.register`, `@f.register(C)`, `f.register(C, g)`: what `f` may run from now on. */
export function registerImplementation(f: Flow, site: Site, receiver?: Token): void {
  const functions = receiver === undefined ? undefined : f.types.argumentsOf(receiver)[0];
  if (receiver === undefined || functions === undefined) return;
  const given = site.arguments.positional.at(-1);
  if (given === undefined) return;
  const { solver, values } = f.p;
  const method = f.p.name('functools._SingleDispatchCallable.register');
  solver.on(given, (token) => {
    const isClass = values.kind(token) === VALUE.class || values.kind(token) === VALUE.library;
    if (isClass) return solver.add(site.result, values.of(VALUE.libraryMethod, method, receiver));
    solver.add(functions, token);
    solver.add(site.result, token);
  });
}
