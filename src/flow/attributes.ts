import type { ClassRecord } from './classes.ts';
import type { Flow } from './flow.ts';
import { moduleAttribute } from './imports.ts';
import { libraryAttribute, libraryMethod, memberClass } from './library.ts';
import { NO_ARGUMENTS, type Site } from './propagation.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE, WRAPPER } from './values.ts';

/** Reads `object.name` into the site's result. */
export function getAttribute(f: Flow, object: Token, name: number, site: Site): void {
  const { values, solver } = f.p;
  switch (values.kind(object)) {
    case VALUE.module:
      return moduleAttribute(f, values.x(object), name, site.result);
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

/** `C.name`: functions stay unbound, class methods get the class. */
function classAttribute(f: Flow, record: ClassRecord, name: number, site: Site): void {
  f.classes.lookUp(
    record,
    name,
    (definer) => bindTo(f, f.p.field(definer.token, name), record.token, undefined, site),
    (base) => libraryAttribute(f, base, name, site),
  );
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
  if (found || f.p.hasField(object, name) || f.p.text(name).startsWith('__')) {
    if (found) return;
  }
  dynamicAttribute(f, record, object, name, site);
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

/**
 * Descriptors: each value of a class attribute becomes what access through a class or an instance gives
 * (https://docs.python.org/3/howto/descriptor.html).
 */
export function bindTo(f: Flow, source: Node, owner: Token, receiver: Token | undefined, site: Site): void {
  const { solver, values } = f.p;
  solver.on(source, (token) => {
    const kind = values.kind(token);
    if (kind === VALUE.wrapper) return bindWrapper(f, token, owner, receiver, site);
    if (kind === VALUE.function && receiver !== undefined) {
      return solver.add(site.result, values.of(VALUE.boundMethod, token, receiver));
    }
    if (kind === VALUE.instance && isDescriptor(f, token)) {
      return f.p.callMethod(token, '__get__', descriptorSite(f, receiver, owner, site));
    }
    solver.add(site.result, token);
  });
}

function isDescriptor(f: Flow, token: Token): boolean {
  const name = f.p.name('__get__');
  const record = f.classes.of(f.p.values.x(token) as Token);
  return record.order.some(
    (entry) => f.p.values.kind(entry) === VALUE.class && f.classes.of(entry).attributes.has(name),
  );
}

function descriptorSite(f: Flow, receiver: Token | undefined, owner: Token, site: Site): Site {
  const first = f.p.solver.nodes(2);
  const second = (first + 1) as Node;
  if (receiver !== undefined) f.p.solver.add(first, receiver);
  f.p.solver.add(second, owner);
  return { ...site, arguments: { ...NO_ARGUMENTS, positional: [first, second] } };
}

function bindWrapper(f: Flow, wrapper: Token, owner: Token, receiver: Token | undefined, site: Site): void {
  const { solver, values } = f.p;
  const inner = values.x(wrapper) as Node;
  switch (values.y(wrapper)) {
    case WRAPPER.staticMethod:
      return solver.flow(inner, site.result);
    case WRAPPER.classMethod:
      return solver.on(inner, (token) => {
        if (values.kind(token) !== VALUE.function) return solver.add(site.result, token);
        solver.add(site.result, values.of(VALUE.boundMethod, token, owner));
      });
    case WRAPPER.property:
    case WRAPPER.cachedProperty: {
      if (receiver === undefined) return solver.add(site.result, wrapper);
      const call = { ...site, arguments: NO_ARGUMENTS };
      return solver.on(inner, (token) => {
        const isFunction = values.kind(token) === VALUE.function;
        const argument = f.p.solver.nodes(1);
        solver.add(argument, receiver);
        if (isFunction) f.p.call(values.of(VALUE.boundMethod, token, receiver), call);
        else f.p.call(token, { ...call, arguments: { ...NO_ARGUMENTS, positional: [argument] } });
      });
    }
    default:
  }
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
      const module = f.p.moduleOf(values.x(object) as Parameters<typeof f.p.moduleOf>[0]);
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
