import type { FileId } from '../../link/program.ts';
import { derives, libraryClass, memberOfClass } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import { readKept } from '../library/kept-values.ts';
import { isMethod, libraryAttribute, libraryMethod, memberClass } from '../library/library.ts';
import { moduleAttribute, namespaceAttribute } from '../modules/imports.ts';
import { namesOf } from '../modules/namespaces.ts';
import type { FunctionId } from '../solve/activations.ts';
import type { AttributeNodes } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import { declareAttribute } from '../types/attributes.ts';
import { classOfValue } from '../types/overloads.ts';
import { askInstance, askMetaclass } from './attribute-getters.ts';
import type { ClassRecord } from './classes.ts';
import { bindTo } from './descriptors.ts';
import { dynamicAttribute, inheritsFromLibrary, moduleGetter } from './dynamic-attributes.ts';
import { isField } from './generated-init.ts';
import { readField } from './instances.ts';

/**
 * What reading `object.name` gives, wherever it is read. `from`: the file that reads first; which folders are one
 * namespace package depends on it.
 */
export function findAttribute(f: Flow, object: Token, name: number, to: AttributeNodes, from: FileId): void {
  const { values, solver } = f.p;
  switch (values.kind(object)) {
    case VALUE.module:
      if (f.p.text(name) === '__dict__') return solver.add(to.value, namesOf(f, object));
      moduleAttribute(f, values.x(object), name, to.value);
      return moduleGetter(f, object, name, to);
    case VALUE.namespace:
      return namespaceAttribute(f, object, name, to.value, from);
    case VALUE.library:
      return libraryAttribute(f, object, name, to.value);
    case VALUE.libraryInstance:
      readKept(f, object, name, to.value);
      return libraryMethod(f, object, name, to.value);
    case VALUE.libraryMethod:
      return libraryMethod(f, object, name, to.value);
    case VALUE.class:
      return classAttribute(f, f.classes.of(object), name, to);
    case VALUE.instance:
      return instanceAttribute(f, object, name, to);
    case VALUE.super:
      return superAttribute(f, object, name, to);
    case VALUE.function:
      if (f.p.text(name) === '__dict__') return solver.add(to.value, namesOf(f, object));
      if (f.p.text(name) === '__name__') {
        ownNameOf(f, f.p.activations.facts(values.x(object) as FunctionId).name, to.value);
      }
      ownMember(f, ['types.FunctionType'], name, to);
      return solver.flow(f.p.field(object, name), to.value);
    case VALUE.partial:
      return solver.flow(f.p.field(object, name), to.value);
    case VALUE.boundMethod:
      return methodAttribute(f, object, name, to);
    case VALUE.wrapper:
      return wrapperAttribute(f, object, name, to);
    case VALUE.text:
      return copyAttribute(f, f.p.libraryInstance('builtins.str'), name, to);
    case VALUE.container:
    case VALUE.generator:
      if (!ownMember(f, GENERATOR_TYPES, name, to) && hasMethod(f, object, f.p.text(name))) {
        solver.add(to.value, values.of(VALUE.libraryMethod, name, object));
      }
  }
}

/** What else a container stands for: a list also for a deque or a view, a coroutine for its task. */
const ALSO: ReadonlyMap<string, readonly string[]> = new Map([
  ['builtins.list', ['collections.deque', 'typing.ItemsView']],
  ['typing.Generator', ['typing.AsyncGenerator', 'typing.Coroutine', 'asyncio.Task']],
]);

/** Whether a builtin value has an attribute: `area` of a list is an error, whatever else the name may reach. */
function hasMethod(f: Flow, object: Token, name: string): boolean {
  const own = classOfValue(f, object);
  if (own === undefined) return true;
  return [own, ...(ALSO.get(own) ?? [])].some((type) => {
    const known = libraryClass(type);
    return known === undefined || memberOfClass(known, name) !== undefined;
  });
}

/** `C.__name__`, `f.__name__`: where a program is followed closely, texts put together with it name attributes. */
function ownNameOf(f: Flow, qualified: string, to: Node): void {
  const name = qualified.slice(qualified.lastIndexOf('.') + 1);
  if (f.contexts.isClose && name !== '') f.p.solver.add(to, f.p.values.of(VALUE.text, f.p.name(name)));
}

const GENERATOR_TYPES = ['types.GeneratorType', 'types.CoroutineType', 'types.AsyncGeneratorType'];

/** An attribute that the interpreter's own types have: `f.__code__`, `g.gi_frame`. */
function ownMember(f: Flow, types: readonly string[], name: number, to: AttributeNodes): boolean {
  const member = memberClass(f, types, f.p.text(name));
  if (member !== undefined) f.p.solver.add(to.value, f.p.libraryInstance(member));
  return member !== undefined;
}

/** What another value's attribute gives. */
function copyAttribute(f: Flow, object: Token, name: number, to: AttributeNodes): void {
  const from = f.p.attribute(object, name);
  f.p.solver.flow(from.value, to.value);
  f.p.solver.flow(from.getters, to.getters);
}

/** `C.name`: functions stay unbound, class methods get the class. */
function classAttribute(f: Flow, record: ClassRecord, name: number, to: AttributeNodes): void {
  f.classes.lookUp(
    record,
    name,
    (definer) => bindTo(f, f.p.field(definer.token, name), record.token, undefined, to),
    (base) => libraryAttribute(f, base, name, to.value),
  );
  const text = f.p.text(name);
  if (text === '__dict__') f.p.solver.add(to.value, namesOf(f, record.token));
  if (text === '__name__') ownNameOf(f, record.name, to.value);
  if (text === '__subclasses__') {
    const method = f.p.name('builtins.type.__subclasses__');
    f.p.solver.add(to.value, f.p.values.of(VALUE.libraryMethod, method, record.token));
  }
  declareAttribute(f, record.token, name, to);
  if (!f.p.text(name).startsWith('__')) metaclassAttribute(f, record, name, to);
}

/** A name that neither class nor bases have is looked up in the metaclass, and bound to the class. */
function metaclassAttribute(f: Flow, record: ClassRecord, name: number, to: AttributeNodes): void {
  const { values, solver } = f.p;
  const isClass = (token: Token) => values.kind(token) === VALUE.class;
  solver.on(record.metaclass, (type) => {
    if (!isClass(type)) return;
    if (record.order.some((entry) => isClass(entry) && f.classes.of(entry).attributes.has(name))) return;
    const meta = f.classes.of(type);
    f.classes.lookUp(
      meta,
      name,
      (definer) => bindTo(f, f.p.field(definer.token, name), type, record.token, to),
      () => {},
    );
    const isThere = f.classes.defines(meta, name) || inheritsFromLibrary(f, record, f.p.text(name));
    if (!isThere) askMetaclass(f, meta, record.token, name, to);
  });
}

/** `x.name`: what was put on the instance, else the class's with functions bound (language reference 3.3.2). */
function instanceAttribute(f: Flow, object: Token, name: number, to: AttributeNodes): void {
  const record = f.classes.of(f.p.values.x(object) as Token);
  if (!f.p.text(name).startsWith('__')) askInstance(f, record, object, name, '__getattribute__', to);
  readField(f, record, object, name, to.value);
  let found = false;
  f.classes.lookUp(
    record,
    name,
    (definer) => {
      found = true;
      if (isField(f, definer, name)) return;
      bindTo(f, f.p.field(definer.token, name), record.token, object, to);
    },
    (base) => inheritedMember(f, base, object, name, to.value),
  );
  if (f.p.text(name) === '__class__') f.p.solver.add(to.value, record.token);
  if (f.p.text(name) === '__dict__') f.p.solver.add(to.value, namesOf(f, object));
  declareAttribute(f, object, name, to);
  if (!found) dynamicAttribute(f, record, object, name, to);
}

/** What an instance has from a base class of the library. */
function inheritedMember(f: Flow, base: Token, object: Token, name: number, result: Node): void {
  const owner = f.p.text(f.p.values.x(base));
  const text = f.p.text(name);
  if (isHidden(f, base, object, text) || !isMethod(f, object, owner, text, result)) return;
  const dotted = f.p.name(`${owner}.${text}`);
  f.p.solver.add(result, f.p.values.of(VALUE.libraryMethod, dotted, object));
}

/** Whether a library base that comes earlier has a member of its own: it hides that of a later one. */
function isHidden(f: Flow, base: Token, object: Token, name: string): boolean {
  const { values } = f.p;
  const type = values.kind(object) === VALUE.class ? object : (values.x(object) as Token);
  const { order } = f.classes.of(type);
  const hidden = libraryClass(f.p.text(values.x(base)));
  for (const entry of order) {
    if (entry === base) return false;
    if (values.kind(entry) !== VALUE.library) continue;
    const earlier = libraryClass(f.p.text(values.x(entry)));
    const definer = earlier && memberOfClass(earlier, name)?.ancestor.class;
    // what both have from one class stands behind both
    if (definer && !(hidden && derives(hidden, definer.name))) return true;
  }
  return false;
}

/** `super().name`: behind the class in the order of the receiver's class. */
function superAttribute(f: Flow, object: Token, name: number, to: AttributeNodes): void {
  const { values } = f.p;
  const from = values.x(object) as Token;
  const receiver = values.y(object) as Token;
  const onClass = values.kind(receiver) === VALUE.class;
  const record = f.classes.of(onClass ? receiver : (values.x(receiver) as Token));
  f.classes.lookUp(
    record,
    name,
    (definer) => bindTo(f, f.p.field(definer.token, name), record.token, onClass ? undefined : receiver, to),
    (base) => inheritedMember(f, base, receiver, name, to.value),
    from,
  );
  if (onClass && !record.order.includes(from)) superOfMetaclass(f, record, from, name, to);
}

/** `super()` in a method of a metaclass: the receiver is a class that the metaclass made. */
function superOfMetaclass(f: Flow, record: ClassRecord, from: Token, name: number, to: AttributeNodes): void {
  const { solver, values } = f.p;
  solver.on(record.metaclass, (meta) => {
    if (values.kind(meta) !== VALUE.class) return;
    f.classes.lookUp(
      f.classes.of(meta),
      name,
      (definer) => bindTo(f, f.p.field(definer.token, name), meta, record.token, to),
      (base) => {
        const dotted = f.p.name(`${f.p.text(values.x(base))}.${f.p.text(name)}`);
        solver.add(to.value, values.of(VALUE.libraryMethod, dotted, record.token));
      },
      from,
    );
  });
}

function methodAttribute(f: Flow, method: Token, name: number, to: AttributeNodes): void {
  const { values, solver } = f.p;
  const text = f.p.text(name);
  ownMember(f, ['types.FunctionType'], name, to);
  if (text === '__self__') solver.add(to.value, values.y(method) as Token);
  else if (text === '__func__') solver.add(to.value, values.x(method) as Token);
  else solver.flow(f.p.field(values.x(method) as Token, name), to.value);
}

/** `prop.setter`, `prop.getter`: decorators that give a property again. */
function wrapperAttribute(f: Flow, wrapper: Token, name: number, to: AttributeNodes): void {
  const text = f.p.text(name);
  if (f.p.values.y(wrapper) === WRAPPER.names) {
    f.p.solver.add(to.value, f.p.values.of(VALUE.libraryMethod, name, wrapper));
  } else if (text === '__func__' || text === '__wrapped__' || text === 'fget' || text === 'func') {
    f.p.solver.flow(f.p.values.x(wrapper) as Node, to.value);
  } else if (text === 'setter' || text === 'getter' || text === 'deleter') {
    f.p.solver.add(to.value, f.p.values.of(VALUE.libraryMethod, name, wrapper));
  }
}
