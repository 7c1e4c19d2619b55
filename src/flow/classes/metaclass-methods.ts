import { CONTAINER } from '../../facts/ir.ts';
import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** Calls a special method of the project's metaclass of a class, with the class as receiver (language reference 3.3.12). */
export function callOfMetaclass(f: Flow, type: Token, name: string, site: Site): void {
  const { values, solver } = f.p;
  const method = f.p.name(name);
  solver.on(f.classes.of(type).metaclass, (meta) => {
    if (values.kind(meta) !== VALUE.class) return;
    f.classes.lookUp(
      f.classes.of(meta),
      method,
      (definer) =>
        solver.on(f.p.field(definer.token, method), (fn) => {
          if (values.kind(fn) === VALUE.function) f.p.call(values.of(VALUE.boundMethod, fn, type), site);
        }),
      () => {},
    );
  });
}

/** `C.__subclasses__()`: a list of the classes that have C among their bases (library/stdtypes). */
export function subclassesOf(f: Flow, site: Site, type?: Token): void {
  if (type === undefined || f.p.values.kind(type) !== VALUE.class) return;
  const id = f.p.site(site.activation, site.op);
  f.p.solver.add(site.result, f.containers.make(id, CONTAINER.list));
  f.classes.eachDerived(type, (derived) => {
    const isDirect = f.classes.of(derived).bases.some((candidates) => candidates.includes(type));
    if (isDirect) f.p.solver.add(f.containers.at(id).wild, derived);
  });
}
