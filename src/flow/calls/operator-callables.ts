import { CONTAINER } from '../../facts/ir.ts';
import { getItem } from '../containers/items.ts';
import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { VALUE } from '../solve/values.ts';

/**
 * `operator.attrgetter`, `itemgetter` and `methodcaller` give callables that remember what they were given
 * (library/operator); `then` is what runs with that and the object.
 */
export const remember =
  (then: string) =>
  (f: Flow, site: Site): void => {
    const id = f.p.site(site.activation, site.op);
    const callee = f.p.solver.nodes(1);
    f.p.solver.add(callee, f.p.library(then));
    f.partials.set(id, { ...site.arguments, positional: [callee, ...site.arguments.positional] });
    f.p.solver.add(site.result, f.p.values.of(VALUE.partial, id));
  };

/** Runs `get` for each thing asked for; several of them give a tuple. */
function each(f: Flow, site: Site, get: (wanted: Node, object: Node, one: Site) => void): void {
  const { positional } = site.arguments;
  const object = positional[positional.length - 1];
  const wanted = positional.slice(0, -1);
  const one = { ...site, arguments: NO_ARGUMENTS };
  const [only] = wanted;
  if (object === undefined || only === undefined) return;
  if (wanted.length === 1) return get(only, object, one);
  const id = f.p.site(site.activation, site.op);
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.tuple));
  wanted.forEach((node, index) => {
    get(node, object, { ...one, result: f.containers.slot(f.containers.at(id), `i${index}`) });
  });
}

/** `attrgetter('a.b')(x)`. */
export function getAttributes(f: Flow, site: Site): void {
  each(f, site, (wanted, object, one) => {
    f.p.solver.on(wanted, (token) => {
      if (f.p.values.kind(token) !== VALUE.text) return;
      const names = f.p.text(f.p.values.x(token)).split('.');
      let from = object;
      names.forEach((name, index) => {
        const result = index === names.length - 1 ? one.result : f.p.solver.nodes(1);
        f.p.solver.on(from, (holder) => f.p.getAttribute(holder, f.p.name(name), { ...one, result }));
        from = result;
      });
    });
  });
}

/** `itemgetter(k)(x)`. */
export function getItems(f: Flow, site: Site): void {
  each(f, site, (wanted, object, one) => {
    f.p.solver.on(object, (token) => getItem(f, token, undefined, wanted, one));
  });
}

/** `methodcaller('m', 1)(x)`. */
export function callMethodNamed(f: Flow, site: Site): void {
  const { positional, keywords } = site.arguments;
  const object = positional[positional.length - 1];
  const [wanted, ...given] = positional.slice(0, -1);
  if (object === undefined || wanted === undefined) return;
  const call = { ...site, arguments: { ...NO_ARGUMENTS, positional: given, keywords } };
  f.p.solver.on(wanted, (token) => {
    if (f.p.values.kind(token) !== VALUE.text) return;
    f.p.solver.on(object, (holder) => f.p.callMethod(holder, f.p.text(f.p.values.x(token)), call));
  });
}
