import { CONTAINER } from '../../facts/ir.ts';
import { iterate, iterateValue, throughLazily } from '../calls/protocols.ts';
import { hasSpecial } from '../calls/special-methods.ts';
import { NO_ARGUMENTS } from '../solve/propagation.ts';
import { argument, type Model } from './model-arguments.ts';

/** A lazy iterator over the elements of the first argument. */
export const iterator: Model = (f, site) => {
  const source = argument(f, site, 0);
  if (source === undefined) return;
  const id = f.p.site(site.activation, site.op);
  f.containers.sources.set(id, source);
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.generator));
  throughLazily(f, source, { ...site, arguments: NO_ARGUMENTS, result: f.containers.at(id).wild });
};

/** `iter(x)` gives what `__iter__` gives; `iter(f, last)` calls f for each element. */
export const iteratorOf: Model = (f, site) => {
  const [source, last] = site.arguments.positional;
  if (source === undefined) return;
  const plain = { ...site, arguments: NO_ARGUMENTS };
  if (last !== undefined) {
    const id = f.p.site(site.activation, site.op);
    f.p.solver.add(site.result, f.containers.make(id, CONTAINER.generator));
    const one = { ...plain, result: f.containers.at(id).wild };
    return f.p.solver.on(source, (token) => f.p.call(token, one));
  }
  const others = f.p.solver.nodes(1);
  f.p.solver.on(source, (token) => {
    if (hasSpecial(f, token, '__iter__')) f.p.callMethod(token, '__iter__', plain);
    else f.p.solver.add(others, token);
  });
  iterator(f, { ...site, arguments: { ...NO_ARGUMENTS, positional: [others] } });
};

/** `reversed(x)` gives what `__reversed__` gives, else runs through the items by position. */
export const reversedOf: Model = (f, site) => {
  const source = argument(f, site, 0);
  if (source === undefined) return;
  const id = f.p.site(site.activation, site.op);
  const plain = { ...site, arguments: NO_ARGUMENTS };
  const one = { ...plain, result: f.containers.at(id).wild };
  f.p.solver.on(source, (token) => {
    if (hasSpecial(f, token, '__reversed__')) return f.p.callMethod(token, '__reversed__', plain);
    f.p.solver.add(site.result, f.containers.make(id, CONTAINER.generator));
    if (hasSpecial(f, token, '__getitem__')) f.p.callMethod(token, '__getitem__', one);
    else iterateValue(f, token, one);
  });
};

/** `chain(a, b)`: the elements of every argument; `nested`: of every element of the only one. */
export const chained =
  (nested: boolean): Model =>
  (f, site) => {
    const id = f.p.site(site.activation, site.op);
    f.p.solver.add(site.result, f.containers.make(id, CONTAINER.generator));
    const one = { ...site, arguments: NO_ARGUMENTS, result: f.containers.at(id).wild };
    for (const source of site.arguments.positional) {
      if (!nested) {
        iterate(f, source, one);
        continue;
      }
      const inner = f.p.solver.nodes(1);
      iterate(f, source, { ...one, result: inner });
      iterate(f, inner, one);
    }
  };

/** `enumerate`, `zip`: tuples whose items come from the arguments. */
export const tuplesOf =
  (offset: number): Model =>
  (f, site) => {
    const outer = f.p.site(site.activation, site.op);
    const inner = f.p.site(site.activation, site.op, 1);
    f.p.solver.add(site.result, f.containers.make(outer, CONTAINER.generator));
    f.p.solver.add(f.containers.at(outer).wild, f.containers.make(inner, CONTAINER.tuple));
    const sources = offset === 1 ? site.arguments.positional.slice(0, 1) : site.arguments.positional;
    sources.forEach((source, index) => {
      const slot = f.containers.slot(f.containers.at(inner), `i${index + offset}`);
      iterate(f, source, { ...site, arguments: NO_ARGUMENTS, result: slot });
    });
  };

/** `next(x, default)`. */
export const nextOf: Model = (f, site) => {
  const source = argument(f, site, 0);
  const fallback = argument(f, site, 1);
  if (fallback !== undefined) f.p.solver.flow(fallback, site.result);
  if (source === undefined) return;
  const inner = { ...site, arguments: NO_ARGUMENTS };
  f.p.solver.on(source, (token) => {
    if (hasSpecial(f, token, '__next__')) f.p.callMethod(token, '__next__', inner);
    else iterateValue(f, token, inner);
  });
};
