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
