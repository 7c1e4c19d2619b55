import type { Flow } from '../flow.ts';
import { argument, type Model } from '../library/model-arguments.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { ClassRecord } from './classes.ts';

/** `abc.abstractmethod(f)`: f, which is noted. */
export const abstractMethod: Model = (f, site) => {
  const first = argument(f, site, 0);
  if (first === undefined) return;
  f.p.solver.flow(first, site.result);
  f.p.solver.on(first, (token) => {
    f.abstracts.add(token);
  });
};

/**
 * Whether a class cannot be instantiated, since a method that it does not override is abstract (library/abc): to call
 * it raises TypeError. To be asked once its bases and what it defines are known.
 */
export function isAbstract(f: Flow, { order }: ClassRecord): boolean {
  if (f.abstracts.size === 0) return false;
  const { solver, values } = f.p;
  const isOf = (token: Token, name: string) =>
    values.kind(token) === VALUE.library && f.p.text(values.x(token)) === name;
  const classes = order.filter((entry) => values.kind(entry) === VALUE.class);
  const isChecked =
    order.some((entry) => isOf(entry, 'abc.ABC')) ||
    classes.some((entry) =>
      solver.at(f.classes.of(entry).metaclass).some((meta) => isOf(meta, 'abc.ABCMeta')),
    );
  if (!isChecked) return false;
  const seen = new Set<number>();
  for (const entry of classes) {
    for (const name of f.classes.of(entry).attributes) {
      if (seen.has(name)) continue;
      seen.add(name);
      const held = solver.at(f.p.field(entry, name));
      if (held.length > 0 && held.every((token) => isAbstractMember(f, token))) return true;
    }
  }
  return false;
}

/** An abstract function, also as a property or class method. */
function isAbstractMember(f: Flow, token: Token): boolean {
  if (f.abstracts.has(token)) return true;
  if (f.p.values.kind(token) !== VALUE.wrapper) return false;
  return f.p.solver.at(f.p.values.x(token) as Node).some((inner) => f.abstracts.has(inner));
}
