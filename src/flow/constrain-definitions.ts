import type { FunctionIndex, OpId } from '../facts/ir.ts';
import { listOf } from '../facts/read-facts.ts';
import type { Activation, FunctionId } from './activations.ts';
import { enterUnknown } from './calls.ts';
import type { Flow } from './flow.ts';
import type { Node } from './solver.ts';
import { type Token, VALUE, WRAPPER } from './values.ts';

/**
 * `def` and `lambda`: a function value; its defaults reach their parameters. Every function is entered once with
 * nobody's arguments, since code out of sight may call it.
 */
export function constrainClosure(f: Flow, activation: Activation, op: OpId): void {
  const { file } = activation;
  const { facts } = file;
  const id = f.p.activations.functionId(file, facts.a[op] as FunctionIndex);
  const token = f.p.values.of(VALUE.function, id, activation.id);
  f.p.solver.add(f.p.node(activation, op), token);
  enterUnknown(f, token, undefined);
  f.defaults.set(token, { activation, op });
}

/** Defaults of a function's parameters flow into every activation of it. */
export function constrainDefaults(f: Flow, callee: Activation): void {
  if (callee.around < 0) return;
  const around = f.p.activations.all[callee.around]!;
  const token = f.p.values.of(VALUE.function, callee.function, around.id);
  const made = f.defaults.get(token);
  if (!made) return;
  const { facts } = made.activation.file;
  const defaults = listOf(facts, facts.b[made.op]!);
  const { parameters } = f.p.activations.facts(callee.function);
  for (let index = 0; index < defaults.length; index += 2) {
    const parameter = parameters[defaults[index]!]!;
    f.p.solver.flow(f.p.node(made.activation, defaults[index + 1] as OpId), f.p.node(callee, parameter.op));
  }
}

/** A class statement: bases as they become known; each method may be called on an instance by code out of sight. */
export function constrainClass(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const bases = listOf(facts, facts.b[op]!);
  const { record, isNew } = f.classes.make(activation, op, bases.length);
  f.p.solver.add(f.p.node(activation, op), record.token);
  if (!isNew) return;
  bases.forEach((base, position) => {
    f.p.solver.on(f.p.node(activation, base as OpId), (token) => {
      const { values } = f.p;
      // `class C(namedtuple(...))` derives from an instance's class as far as methods go
      const type =
        values.kind(token) === VALUE.libraryInstance ? values.of(VALUE.library, values.x(token)) : token;
      f.classes.addBase(record, position, type);
    });
  });
  const keywords = listOf(facts, facts.c[op]!);
  for (let index = 0; index + 1 < keywords.length; index += 2) {
    if (facts.names[keywords[index]!] !== 'metaclass') continue;
    f.p.solver.flow(f.p.node(activation, keywords[index + 1] as OpId), record.metaclass);
  }
  enterMethods(f, record.token);
}

/** Every method that instances of the class have is entered with such an instance. */
function enterMethods(f: Flow, type: Token): void {
  const { values, solver } = f.p;
  const record = f.classes.of(type);
  const instance = values.of(VALUE.instance, type);
  const entered = new Set<number>();
  const run = () => {
    const names = new Set<number>();
    for (const entry of record.order) {
      if (values.kind(entry) !== VALUE.class) continue;
      const definer = f.classes.of(entry);
      for (const name of definer.attributes) {
        if (names.has(name)) continue;
        names.add(name);
        const field = f.p.field(entry, name);
        if (entered.has(field)) continue;
        entered.add(field);
        solver.on(field, (token) => enterMethod(f, token, type, instance));
      }
    }
  };
  record.lookups.push(run);
  run();
}

function enterMethod(f: Flow, token: Token, type: Token, instance: Token): void {
  const { values, solver } = f.p;
  if (values.kind(token) === VALUE.function) {
    const { name } = f.p.activations.facts(values.x(token) as FunctionId);
    const onClass = name === '__new__' || name === '__init_subclass__' || name === '__class_getitem__';
    enterUnknown(f, token, onClass ? type : instance);
    return;
  }
  if (values.kind(token) !== VALUE.wrapper) return;
  const classMethod = values.y(token) === WRAPPER.classMethod;
  const staticMethod = values.y(token) === WRAPPER.staticMethod;
  for (const node of [values.x(token) as Node, f.p.field(token, f.p.name('fset'))]) {
    solver.on(node, (fn) => {
      enterUnknown(f, fn, staticMethod ? undefined : classMethod ? type : instance);
    });
  }
}
