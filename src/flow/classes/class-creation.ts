import { OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { type Arguments, NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import type { ClassRecord } from './classes.ts';
import { makeMembers } from './enums.ts';

/**
 * What a class statement runs besides its body (language reference 3.3.3): `__new__` and `__init__` of the metaclass,
 * `__set_name__` of attributes, `__init_subclass__` of a base.
 */
export function runCreation(f: Flow, record: ClassRecord, activation: Activation, op: OpId): void {
  const { facts, names } = activation.file;
  const keywords = new Map<number, Node>();
  const listed = listOf(facts, facts.c[op]!);
  for (let index = 0; index + 1 < listed.length; index += 2) {
    if (facts.names[listed[index]!] === 'metaclass') continue;
    keywords.set(names[listed[index]!]!, f.p.node(activation, listed[index + 1] as OpId));
  }
  const site: Site = {
    activation,
    op,
    arguments: { ...NO_ARGUMENTS, keywords },
    result: f.p.solver.nodes(1),
  };
  if (record.bases.length > 0) {
    initSubclass(f, record, site);
    makeMembers(f, record, site);
  }
  runMetaclass(f, record, site);
}

function initSubclass(f: Flow, record: ClassRecord, site: Site): void {
  const { solver, values } = f.p;
  const name = f.p.name('__init_subclass__');
  const run = (fn: Token) => {
    if (values.kind(fn) === VALUE.function) f.p.call(values.of(VALUE.boundMethod, fn, record.token), site);
    else if (values.kind(fn) === VALUE.wrapper && values.y(fn) === WRAPPER.classMethod) {
      solver.on(values.x(fn) as Node, run);
    }
  };
  f.classes.lookUp(
    record,
    name,
    (definer) => solver.on(f.p.field(definer.token, name), run),
    () => {},
    record.token,
  );
}

/** Node of the classes that a metaclass has made: what its `type.__new__` gives. */
export function madeBy(f: Flow, metaclass: Token): Node {
  return f.p.field(metaclass, f.p.name('<made>'));
}

function runMetaclass(f: Flow, record: ClassRecord, site: Site): void {
  const { solver, values } = f.p;
  solver.on(record.metaclass, (meta) => {
    if (values.kind(meta) !== VALUE.class) return;
    solver.add(madeBy(f, meta), record.token);
    const base = solver.nodes(3);
    solver.add(base, f.p.libraryInstance('builtins.str'));
    solver.add((base + 1) as Node, f.p.libraryInstance('builtins.tuple'));
    solver.add((base + 2) as Node, f.p.libraryInstance('builtins.dict'));
    const positional = [base, (base + 1) as Node, (base + 2) as Node];
    const given: Arguments = { ...site.arguments, positional };
    runOn(f, meta, '__new__', meta, { ...site, arguments: given });
    runOn(f, meta, '__init__', record.token, { ...site, arguments: given });
    const prepared: Arguments = { ...site.arguments, positional: positional.slice(0, 2) };
    runOn(f, meta, '__prepare__', meta, { ...site, arguments: prepared });
  });
}

/** Calls a method that a metaclass defines. */
function runOn(f: Flow, meta: Token, method: string, receiver: Token, site: Site): void {
  const { solver, values } = f.p;
  const name = f.p.name(method);
  const run = (fn: Token) => {
    if (values.kind(fn) === VALUE.function) f.p.call(values.of(VALUE.boundMethod, fn, receiver), site);
    else if (values.kind(fn) === VALUE.wrapper) solver.on(values.x(fn) as Node, run);
  };
  f.classes.lookUp(
    f.classes.of(meta),
    name,
    (definer) => solver.on(f.p.field(definer.token, name), run),
    () => {},
  );
}

/** `__set_name__` of an object that a class body binds to a name (PEP 487). */
export function setName(f: Flow, activation: Activation, op: OpId, type: Token): void {
  const { facts, names } = activation.file;
  const value = facts.c[op] as OpId;
  // functions and constants have none, and they are most of a class
  if (facts.kind[value] === OP.Closure || facts.kind[value] === OP.Const) return;
  const { solver, values } = f.p;
  solver.on(f.p.node(activation, value), (token) => {
    if (values.kind(token) !== VALUE.instance) return;
    const hook = f.p.name('__set_name__');
    if (!f.classes.defines(f.classes.of(values.x(token) as Token), hook)) return;
    const given = solver.nodes(3);
    solver.add(given, type);
    solver.add((given + 1) as Node, values.of(VALUE.text, names[facts.b[op]!]!));
    f.p.callMethod(token, '__set_name__', {
      activation,
      op,
      arguments: { ...NO_ARGUMENTS, positional: [given, (given + 1) as Node] },
      result: (given + 2) as Node,
    });
  });
}
