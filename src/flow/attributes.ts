import type { ClassRecord } from './classes.ts';
import { bindTo } from './descriptors.ts';
import type { Flow } from './flow.ts';
import { moduleAttribute } from './imports.ts';
import { libraryAttribute, libraryMethod, memberClass } from './library.ts';
import { NO_ARGUMENTS, type Site } from './propagation.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE } from './values.ts';

/** Reads `object.name` into the site's result. */
export function getAttribute(f: Flow, object: Token, name: number, site: Site): void {
  const { values, solver } = f.p;
  switch (values.kind(object)) {
    case VALUE.module:
      if (f.p.text(name) === '__dict__') return solver.add(site.result, object);
      moduleAttribute(f, values.x(object), name, site.result);
      return moduleGetter(f, object, name, site);
    case VALUE.namespace:
    case VALUE.library:
      return libraryAttribute(f, object, name, site);
    case VALUE.libraryInstance:
    case VALUE.libraryMethod:
      return libraryMethod(f, object, name, site);
    case VALUE.class:
      return classAttribute(f, f.classes.of(object), name, site);
    case VALUE.instance:
      return instanceAttribute(f, object, name, site);
    case VALUE.super:
      return superAttribute(f, object, name, site);
    case VALUE.function:
      ownMember(f, ['types.FunctionType'], name, site);
      return solver.flow(f.p.field(object, name), site.result);
    case VALUE.partial:
      return solver.flow(f.p.field(object, name), site.result);
    case VALUE.boundMethod:
      return methodAttribute(f, object, name, site);
    case VALUE.wrapper:
      return wrapperAttribute(f, object, name, site);
    case VALUE.text:
      return f.p.getAttribute(f.p.libraryInstance('builtins.str'), name, site);
    case VALUE.container:
    case VALUE.generator:
      if (!ownMember(f, GENERATOR_TYPES, name, site)) {
        solver.add(site.result, values.of(VALUE.libraryMethod, name, object));
      }
  }
}

const GENERATOR_TYPES = ['types.GeneratorType', 'types.CoroutineType', 'types.AsyncGeneratorType'];

/** An attribute that the interpreter's own types have: `f.__code__`, `g.gi_frame`. */
function ownMember(f: Flow, types: readonly string[], name: number, site: Site): boolean {
  const member = memberClass(f, types, f.p.text(name));
  if (member !== undefined) f.p.solver.add(site.result, f.p.libraryInstance(member));
  return member !== undefined;
}

/** PEP 562: a module's `__getattr__` is asked for names that it does not bind. */
function moduleGetter(f: Flow, module: Token, name: number, site: Site): void {
  const { facts, id } = f.p.program.files[f.p.values.x(module)]!;
  const getter = facts.globals.get('__getattr__');
  const text = f.p.text(name);
  if (getter === undefined || facts.globals.has(text) || text.startsWith('__')) return;
  const argument = f.p.solver.nodes(1);
  f.p.solver.add(argument, f.p.values.of(VALUE.text, name));
  const call: Site = { ...site, arguments: { ...NO_ARGUMENTS, positional: [argument] } };
  f.p.solver.on(f.p.activations.variable(f.p.moduleOf(id), getter), (callee) => f.p.call(callee, call));
}

/** `C.name`: functions stay unbound, class methods get the class. */
function classAttribute(f: Flow, record: ClassRecord, name: number, site: Site): void {
  f.classes.lookUp(
    record,
    name,
    (definer) => bindTo(f, f.p.field(definer.token, name), record.token, undefined, site),
    (base) => libraryAttribute(f, base, name, site),
  );
  if (!f.p.text(name).startsWith('__')) metaclassAttribute(f, record, name, site);
}

/** A name that neither class nor bases have is looked up in the metaclass, and bound to the class. */
function metaclassAttribute(f: Flow, record: ClassRecord, name: number, site: Site): void {
  const { values, solver } = f.p;
  const isClass = (token: Token) => values.kind(token) === VALUE.class;
  solver.on(record.metaclass, (type) => {
    if (!isClass(type)) return;
    if (record.order.some((entry) => isClass(entry) && f.classes.of(entry).attributes.has(name))) return;
    f.classes.lookUp(
      f.classes.of(type),
      name,
      (definer) => bindTo(f, f.p.field(definer.token, name), type, record.token, site),
      () => {},
    );
  });
}

/** `x.name`: what was put on the instance, else the class's with functions bound (language reference 3.3.2). */
function instanceAttribute(f: Flow, object: Token, name: number, site: Site): void {
  const record = f.classes.of(f.p.values.x(object) as Token);
  f.p.solver.flow(f.p.field(object, name), site.result);
  let found = false;
  f.classes.lookUp(
    record,
    name,
    (definer) => {
      found = true;
      bindTo(f, f.p.field(definer.token, name), record.token, object, site);
    },
    (base) => {
      const dotted = `${f.p.text(f.p.values.x(base))}.${f.p.text(name)}`;
      f.p.solver.add(site.result, f.p.values.of(VALUE.libraryMethod, f.p.name(dotted), object));
    },
  );
  if (f.p.text(name) === '__class__') f.p.solver.add(site.result, record.token);
  if (!found) dynamicAttribute(f, record, object, name, site);
}

/** `__getattr__`, where neither instance nor class has the name. */
function dynamicAttribute(f: Flow, record: ClassRecord, object: Token, name: number, site: Site): void {
  if (f.p.text(name).startsWith('__')) return;
  const { solver } = f.p;
  const getter = solver.nodes(1);
  const argument = solver.nodes(1);
  solver.add(argument, f.p.values.of(VALUE.text, name));
  f.classes.lookUp(
    record,
    f.p.name('__getattr__'),
    (definer) =>
      bindTo(f, f.p.field(definer.token, f.p.name('__getattr__')), record.token, object, {
        ...site,
        result: getter,
      }),
    () => {},
  );
  const call: Site = { ...site, arguments: { ...NO_ARGUMENTS, positional: [argument] } };
  solver.on(getter, (callee) => f.p.call(callee, call));
}

/** `super().name`: behind the class in the order of the receiver's class. */
function superAttribute(f: Flow, object: Token, name: number, site: Site): void {
  const { values } = f.p;
  const from = values.x(object) as Token;
  const receiver = values.y(object) as Token;
  const onClass = values.kind(receiver) === VALUE.class;
  const record = f.classes.of(onClass ? receiver : (values.x(receiver) as Token));
  f.classes.lookUp(
    record,
    name,
    (definer) =>
      bindTo(f, f.p.field(definer.token, name), record.token, onClass ? undefined : receiver, site),
    (base) => {
      const dotted = `${f.p.text(values.x(base))}.${f.p.text(name)}`;
      f.p.solver.add(site.result, values.of(VALUE.libraryMethod, f.p.name(dotted), receiver));
    },
    from,
  );
}

function methodAttribute(f: Flow, method: Token, name: number, site: Site): void {
  const { values, solver } = f.p;
  const text = f.p.text(name);
  ownMember(f, ['types.FunctionType'], name, site);
  if (text === '__self__') solver.add(site.result, values.y(method) as Token);
  else if (text === '__func__') solver.add(site.result, values.x(method) as Token);
  else solver.flow(f.p.field(values.x(method) as Token, name), site.result);
}

/** `prop.setter`, `prop.getter`: decorators that give a property again. */
function wrapperAttribute(f: Flow, wrapper: Token, name: number, site: Site): void {
  const text = f.p.text(name);
  if (text === '__func__' || text === '__wrapped__' || text === 'fget' || text === 'func') {
    f.p.solver.flow(f.p.values.x(wrapper) as Node, site.result);
  } else if (text === 'setter' || text === 'getter' || text === 'deleter') {
    f.p.solver.add(site.result, f.p.values.of(VALUE.libraryMethod, name, wrapper));
  }
}
