import { CONTAINER, type FunctionIndex, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { runCreation } from '../classes/class-creation.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { NO_ARGUMENTS } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/**
 * `def` and `lambda`: a function value, which code out of sight may call too.
 */
export function constrainClosure(f: Flow, activation: Activation, op: OpId): void {
  const { file } = activation;
  const { facts } = file;
  const id = f.p.activations.functionId(file, facts.a[op] as FunctionIndex);
  const token = f.p.values.of(VALUE.function, id, activation.id);
  f.p.solver.add(f.p.node(activation, op), token);
  f.outside.functionMade(token);
}

/** A class statement: bases as they become known; each method may be called on an instance by code out of sight. */
export function constrainClass(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const bases = listOf(facts, facts.b[op]!);
  const { record, isNew } = f.classes.make(activation, op, bases.length);
  const give = () => f.p.solver.add(f.p.node(activation, op), record.token);
  if (!isNew) return give();
  const awaited = bases.map((base, position) => ({
    node: f.p.node(activation, base as OpId),
    take: (token: Token) => {
      if (!givesBases(f, token)) return addBaseFrom(f, record, position, token);
      basesGiven(f, token, { activation, op, position }, (base) => addBaseFrom(f, record, position, base));
    },
  }));
  const keywords = listOf(facts, facts.c[op]!);
  for (let index = 0; index + 1 < keywords.length; index += 2) {
    if (facts.names[keywords[index]!] !== 'metaclass') continue;
    const node = f.p.node(activation, keywords[index + 1] as OpId);
    awaited.push({ node, take: (token) => f.p.solver.add(record.metaclass, token) });
  }
  whenAllKnown(f, awaited, give);
  runCreation(f, record, activation, op);
  f.outside.classMade(record.token);
}

/**
 * Hands on each value of some nodes. `done` runs once each node has one, at the latest when nothing else is to come:
 * what is done with a class depends on what it derives from.
 */
function whenAllKnown(
  f: Flow,
  awaited: readonly { readonly node: Node; readonly take: (token: Token) => void }[],
  done: () => void,
): void {
  let missing = awaited.length;
  for (const { node, take } of awaited) {
    let isKnown = false;
    f.p.solver.on(node, (token) => {
      take(token);
      if (isKnown) return;
      isKnown = true;
      missing--;
      if (missing === 0) done();
    });
  }
  if (missing === 0) done();
  else f.p.whenIdle(done);
}

const givesBases = (f: Flow, token: Token): boolean =>
  f.p.values.kind(token) === VALUE.instance &&
  f.classes.defines(f.classes.of(f.p.values.x(token) as Token), f.p.name('__mro_entries__'));

/** `__mro_entries__` of an object that stands among the bases gives classes for it (PEP 560). */
function basesGiven(
  f: Flow,
  object: Token,
  {
    activation,
    op,
    position,
  }: { readonly activation: Activation; readonly op: OpId; readonly position: number },
  take: (base: Token) => void,
): void {
  const { solver, values } = f.p;
  const result = solver.nodes(1);
  const bases = solver.nodes(1);
  const id = f.p.site(activation, op);
  solver.add(bases, f.containers.make(id, CONTAINER.tuple));
  solver.add(f.containers.slot(f.containers.at(id), `i${position}`), object);
  const given = { ...NO_ARGUMENTS, positional: [bases] };
  f.p.callMethod(object, '__mro_entries__', { activation, op, arguments: given, result });
  solver.on(result, (token) => {
    if (values.kind(token) === VALUE.container) solver.on(f.containers.elements(token), take);
  });
}

/** A value that stands among the bases. */
export function addBaseFrom(f: Flow, record: ClassRecord, position: number, token: Token): void {
  const { values } = f.p;
  // `class C(namedtuple(...))` derives from an instance's class as far as methods go
  const type =
    values.kind(token) === VALUE.libraryInstance ? values.of(VALUE.library, values.x(token)) : token;
  f.classes.addBase(record, position, type);
}
