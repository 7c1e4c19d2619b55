import { OP } from '../../facts/ir.ts';
import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { ClassRecord } from './classes.ts';
import { runsOnce } from './markers.ts';

/** Instances of one class that are told apart; those made at further places are one. */
const MOST = 16;

/**
 * The instance that a call of a class makes. In small programs instances are told apart by the place that makes
 * them, so that what one of them is given is not found in another (allocation-site abstraction); in larger ones
 * those of marker classes that modules make, and else all instances of a class are one. An instance of which only the class is known holds what any of them holds.
 */
export function instanceMadeAt(f: Flow, record: ClassRecord, site: Site): Token {
  const { values } = f.p;
  const type = record.token;
  if (!mayTellApart(f, record)) return values.of(VALUE.instance, type);
  // what `__new__` gives may be an instance made before, and contents of containers hang at the class
  const isShared = f.classes.defines(record, f.p.name('__new__')) || record.order.some(holdsElements(f));
  const { facts } = site.activation.file;
  if (isShared || facts.kind[site.op] !== OP.Call) return values.of(VALUE.instance, type);
  const isSingle = runsOnce(site);
  const own =
    (f.contexts.isClose && f.contexts.isOpen(site.activation)) || (isSingle && f.markers.has(record))
      ? values.of(VALUE.instance, type, f.p.site(site.activation, site.op) + 1)
      : undefined;
  const instance = f.decisions.configurations.instanceAt(f, record, site, own);
  if (instance === undefined) return values.of(VALUE.instance, type);
  if (record.instances.has(instance)) return instance;
  if (record.instances.size >= MOST) return values.of(VALUE.instance, type);
  if (isSingle && instance === own) f.markers.note(instance);
  tellApart(record, instance);
  return instance;
}

const mayTellApart = (f: Flow, record: ClassRecord): boolean =>
  f.contexts.isClose || f.decisions.configurations.has(record) || f.markers.has(record);

/** An instance of its own that no place in sight makes. */
export function instanceApart(f: Flow, record: ClassRecord): Token {
  const instance = f.p.values.of(VALUE.instance, record.token, f.p.newSite() + 1);
  tellApart(record, instance);
  return instance;
}

function tellApart(record: ClassRecord, instance: Token): void {
  record.instances.add(instance);
  for (const tell of record.instanceListeners) tell(instance);
}

/** Library classes whose instances are no containers. */
const PLAIN =
  /^builtins\.(object|type|\w*(Error|Exception|Warning|Exit|Interrupt|Iteration))$|^(abc|typing|enum|threading)\./;

const holdsElements =
  (f: Flow) =>
  (entry: Token): boolean =>
    f.p.values.kind(entry) === VALUE.library && !PLAIN.test(f.p.text(f.p.values.x(entry)));

/** What an instance has been given under a name: its own, and what those are given of which only the class is known. */
export function readField(f: Flow, record: ClassRecord, object: Token, name: number, to: Node): void {
  const { solver, values } = f.p;
  solver.flow(f.p.field(object, name), to);
  const any = values.of(VALUE.instance, record.token);
  if (object !== any) return solver.flow(f.p.field(any, name), to);
  if (!mayTellApart(f, record)) return;
  const tell = (instance: Token) => solver.flow(f.p.field(instance, name), to);
  record.instanceListeners.push(tell);
  for (const instance of record.instances) tell(instance);
}
