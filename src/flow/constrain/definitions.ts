import type { FunctionIndex, OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { runCreation } from '../classes/class-creation.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
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
  takeBases(f, record, activation, bases, give);
  const keywords = listOf(facts, facts.c[op]!);
  for (let index = 0; index + 1 < keywords.length; index += 2) {
    if (facts.names[keywords[index]!] !== 'metaclass') continue;
    f.p.solver.flow(f.p.node(activation, keywords[index + 1] as OpId), record.metaclass);
  }
  runCreation(f, record, activation, op);
  f.outside.classMade(record.token);
}

/**
 * Bases as they become known. `give` runs once each of them has a value, for what is done with a class depends on what
 * it derives from; at the latest when nothing else is to come.
 */
function takeBases(
  f: Flow,
  record: ClassRecord,
  activation: Activation,
  bases: Int32Array | readonly number[],
  give: () => void,
): void {
  let missing = bases.length;
  bases.forEach((base, position) => {
    let isKnown = false;
    f.p.solver.on(f.p.node(activation, base as OpId), (token) => {
      addBaseFrom(f, record, position, token);
      if (isKnown) return;
      isKnown = true;
      missing--;
      if (missing === 0) give();
    });
  });
  if (missing === 0) give();
  else f.p.whenIdle(give);
}

/** A value that stands among the bases. */
export function addBaseFrom(f: Flow, record: ClassRecord, position: number, token: Token): void {
  const { values } = f.p;
  // `class C(namedtuple(...))` derives from an instance's class as far as methods go
  const type =
    values.kind(token) === VALUE.libraryInstance ? values.of(VALUE.library, values.x(token)) : token;
  f.classes.addBase(record, position, type);
}
