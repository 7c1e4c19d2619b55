import type { FileId } from '../link/program.ts';
import type { ClassRecord } from './classes.ts';
import type { Flow } from './flow.ts';
import { NO_ARGUMENTS, type Site } from './propagation.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE } from './values.ts';

/** `object.name = value`. */
export function setAttribute(f: Flow, object: Token, name: number, value: Node, site: Site): void {
  const { values, solver } = f.p;
  switch (values.kind(object)) {
    case VALUE.instance: {
      const record = f.classes.of(values.x(object) as Token);
      solver.flow(value, f.p.field(object, name));
      return setThroughClass(f, record, object, name, value, site);
    }
    case VALUE.class:
      solver.flow(value, f.p.field(object, name));
      return f.classes.addAttribute(f.classes.of(object), name);
    case VALUE.module: {
      const facts = f.p.program.files[values.x(object)]!.facts;
      const variable = facts.globals.get(f.p.text(name));
      const module = f.p.moduleOf(values.x(object) as FileId);
      if (variable !== undefined) solver.flow(value, f.p.activations.variable(module, variable));
      else solver.flow(value, f.p.field(object, name));
      return;
    }
    case VALUE.function:
    case VALUE.partial:
      return solver.flow(value, f.p.field(object, name));
    default:
  }
}

/** Property setters, `__set__` of descriptors, `__setattr__`. */
function setThroughClass(
  f: Flow,
  record: ClassRecord,
  object: Token,
  name: number,
  value: Node,
  site: Site,
): void {
  const { values, solver } = f.p;
  const call: Site = { ...site, arguments: { ...NO_ARGUMENTS, positional: [value] } };
  f.classes.lookUp(
    record,
    name,
    (definer) => {
      solver.on(f.p.field(definer.token, name), (token) => {
        if (values.kind(token) === VALUE.wrapper) {
          const setter = f.p.field(token, f.p.name('fset'));
          solver.on(setter, (fn) => {
            if (values.kind(fn) === VALUE.function) f.p.call(values.of(VALUE.boundMethod, fn, object), call);
          });
        }
      });
    },
    () => {},
  );
}
