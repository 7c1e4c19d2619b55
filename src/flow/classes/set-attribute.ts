import type { FileId } from '../../link/program.ts';
import type { Flow } from '../flow.ts';
import { assignHook } from '../library/callbacks.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import type { ClassRecord } from './classes.ts';

/** `object.name = value`. */
export function setAttribute(f: Flow, object: Token, name: number, value: Node, site: Site): void {
  const { values, solver } = f.p;
  switch (values.kind(object)) {
    case VALUE.instance:
      if (f.classes.defines(f.classes.of(values.x(object) as Token), f.p.name('__setattr__'))) {
        setByMethod(f, object, name, value, site);
      }
      return setOnInstance(f, object, name, value, site);
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
    case VALUE.library:
    case VALUE.libraryInstance:
      return assignHook(f, object, name, value, site);
    default:
  }
}

/** What `object.__setattr__` does: the attribute of an instance is set, whatever `__setattr__` its class has. */
export function setOnInstance(f: Flow, object: Token, name: number, value: Node, site: Site): void {
  const record = f.classes.of(f.p.values.x(object) as Token);
  if (!isKeptByDescriptor(f, record, name)) f.p.solver.flow(value, f.p.field(object, name));
  setThroughClass(f, record, object, name, value, site);
}

function definesSet(f: Flow, token: Token): boolean {
  return f.classes.defines(f.classes.of(f.p.values.x(token) as Token), f.p.name('__set__'));
}

/** Whether the class is known to have a data descriptor under the name. */
function isKeptByDescriptor(f: Flow, record: ClassRecord, name: number): boolean {
  const { solver, values } = f.p;
  const definer = record.order.find(
    (entry) => values.kind(entry) === VALUE.class && f.classes.of(entry).attributes.has(name),
  );
  if (definer === undefined) return false;
  const held = solver.at(f.p.field(definer, name));
  return (
    held.length > 0 &&
    held.every((token) =>
      values.kind(token) === VALUE.wrapper
        ? values.y(token) === WRAPPER.property
        : values.kind(token) === VALUE.instance && definesSet(f, token),
    )
  );
}

/** `del object.name`: the deleter of a property, `__delete__` of a descriptor. */
export function deleteAttribute(f: Flow, object: Token, name: number, site: Site): void {
  const { solver, values } = f.p;
  if (values.kind(object) !== VALUE.instance) return;
  const receiver = solver.nodes(2);
  solver.add(receiver, object);
  const result = (receiver + 1) as Node;
  const silent: Site = { ...site, arguments: { ...NO_ARGUMENTS, positional: [receiver] }, result };
  f.classes.lookUp(
    f.classes.of(values.x(object) as Token),
    name,
    (definer) =>
      solver.on(f.p.field(definer.token, name), (token) => {
        if (values.kind(token) === VALUE.instance) f.p.callMethod(token, '__delete__', silent);
        else if (values.kind(token) === VALUE.wrapper) {
          solver.on(f.p.field(token, f.p.name('fdel')), (fn) => f.p.call(fn, silent));
        }
      }),
    () => {},
  );
}

/** `__setattr__` of the object's class gets the name and the value (language reference 3.3.2). */
function setByMethod(f: Flow, object: Token, name: number, value: Node, site: Site): void {
  const { solver, values } = f.p;
  const text = solver.nodes(2);
  solver.add(text, values.of(VALUE.text, name));
  const result = (text + 1) as Node;
  f.p.callMethod(object, '__setattr__', {
    ...site,
    arguments: { ...NO_ARGUMENTS, positional: [text, value] },
    result,
  });
}

/** Property setters and `__set__` of descriptors: such an attribute never reaches the instance itself. */
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
        if (values.kind(token) === VALUE.instance) {
          const receiver = solver.nodes(1);
          solver.add(receiver, object);
          const positional = [receiver, value];
          const silent = { ...site, arguments: { ...NO_ARGUMENTS, positional }, result: solver.nodes(1) };
          if (definesSet(f, token)) f.p.callMethod(token, '__set__', silent);
        } else if (values.kind(token) === VALUE.wrapper) {
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
