import type { Flow } from './flow.ts';
import { NO_ARGUMENTS, type Site } from './propagation.ts';
import type { Node } from './solver.ts';
import { VALUE } from './values.ts';

/**
 * Callables that `operator` makes (https://docs.python.org/3/library/operator.html): a library callable with the
 * names already given, to which the object comes last.
 */
export const METHOD_CALL = 'operator.methodcaller.<call>';
export const ATTRIBUTE_READ = 'operator.attrgetter.<read>';

function withNames(f: Flow, callable: string, site: Site): void {
  const id = f.p.site(site.activation, site.op);
  const first = f.p.solver.nodes(1);
  f.p.solver.add(first, f.p.library(callable));
  const given = site.arguments;
  f.partials.set(id, { ...given, positional: [first, ...given.positional] });
  f.p.solver.add(site.result, f.p.values.of(VALUE.partial, id));
}

/** `methodcaller(name, *args)` */
export const methodCaller = (f: Flow, site: Site): void => withNames(f, METHOD_CALL, site);

/** `attrgetter(name)` */
export const attributeGetter = (f: Flow, site: Site): void => withNames(f, ATTRIBUTE_READ, site);

function eachObjectAndName(
  f: Flow,
  names: readonly Node[],
  object: Node | undefined,
  use: (object: Parameters<Flow['p']['getAttribute']>[0], name: string) => void,
): void {
  if (object === undefined) return;
  for (const node of names) {
    f.p.solver.on(node, (name) => {
      if (f.p.values.kind(name) !== VALUE.text) return;
      f.p.solver.on(object, (token) => use(token, f.p.text(f.p.values.x(name))));
    });
  }
}

/** `methodcaller(name, *args)(object)`: `object.name(*args)`. */
export function callNamedMethod(f: Flow, site: Site): void {
  const { positional } = site.arguments;
  const call = { ...site, arguments: { ...site.arguments, positional: positional.slice(1, -1) } };
  eachObjectAndName(f, positional.slice(0, 1), positional[positional.length - 1], (object, name) =>
    f.p.callMethod(object, name, call),
  );
}

/** `attrgetter(name)(object)`: `object.name`; of several names each, as one value rather than a tuple. */
export function readNamedAttributes(f: Flow, site: Site): void {
  const { positional } = site.arguments;
  const read = { ...site, arguments: NO_ARGUMENTS };
  eachObjectAndName(f, positional.slice(0, -1), positional[positional.length - 1], (object, name) => {
    if (!name.includes('.')) f.p.getAttribute(object, f.p.name(name), read);
  });
}
