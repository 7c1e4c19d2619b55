import { ARGUMENT, CONTAINER, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { argumentsAt } from '../constrain/ops.ts';
import { callFactoryOf } from '../containers/default-dict.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import { type ClassRecord, MADE_BY_CALL } from './classes.ts';

/** An annotated name of a class body: a field of what is generated from the class. */
interface Field {
  readonly name: number;
  readonly activation: Activation;
  readonly annotation: OpId;
  /** -1: none. */
  readonly value: number;
}

const INIT = '__init__';
const FIELD_MAKERS: ReadonlySet<string> = new Set([
  'dataclasses.field',
  'attr.field',
  'attrs.field',
  'attr.ib',
]);

/** The `__init__` that a dataclass decorator writes: the class keeps one of its own. */
export function generateInit(f: Flow, type: Token): void {
  const record = f.classes.of(type);
  const name = f.p.name(INIT);
  if (record.attributes.has(name)) return;
  f.p.solver.add(f.p.field(type, name), f.p.values.of(VALUE.wrapper, type, WRAPPER.generatedInit));
  f.classes.addAttribute(record, name);
  f.p.whenIdle(() => generateMatchArgs(f, record));
}

/** `__match_args__` of a dataclass: its fields in order (library/dataclasses). */
function generateMatchArgs(f: Flow, record: ClassRecord): void {
  const name = f.p.name('__match_args__');
  if (record.attributes.has(name)) return;
  const id = f.p.newSite();
  const contents = f.containers.at(id);
  allFields(f, record).forEach((field, position) => {
    f.p.solver.add(f.containers.slot(contents, `i${position}`), f.p.values.of(VALUE.text, field.name));
  });
  f.p.solver.add(f.p.field(record.token, name), f.containers.make(id, CONTAINER.tuple));
  f.classes.addAttribute(record, name);
}

export function isGeneratedInit(f: Flow, token: Token): boolean {
  return f.p.values.kind(token) === VALUE.wrapper && f.p.values.y(token) === WRAPPER.generatedInit;
}

/** Whether instances always have a value of their own under a name of the class. */
export function isField(f: Flow, record: ClassRecord, name: number): boolean {
  return fieldNames(f, record).has(name) && isGenerated(f, record);
}

function isGenerated(f: Flow, record: ClassRecord): boolean {
  return f.p.solver.at(f.p.field(record.token, f.p.name(INIT))).some((token) => isGeneratedInit(f, token));
}

const bodies = new WeakMap<ClassRecord, readonly Field[]>();

/** Annotated names of the class's own body, in order. */
function ownFields(record: ClassRecord): readonly Field[] {
  const known = bodies.get(record);
  if (known) return known;
  if (record.index === MADE_BY_CALL) return [];
  const { activation } = record;
  const { facts, names } = activation.file;
  const made = facts.classes[record.index]!.op;
  const fields: Field[] = [];
  const { end } = facts.functions[activation.index]!;
  for (let op = made; op < end; op++) {
    if (facts.kind[op] !== OP.Field || facts.a[op] !== made) continue;
    const [annotation, value] = listOf(facts, facts.c[op]!);
    fields.push({ name: names[facts.b[op]!]!, activation, annotation: annotation as OpId, value: value! });
  }
  bodies.set(record, fields);
  return fields;
}

/** Gives a class that a call makes its fields: of `namedtuple('P', 'a b')`. */
export function setFields(record: ClassRecord, op: OpId, names: readonly number[]): void {
  const { activation } = record;
  bodies.set(
    record,
    names.map((name) => ({ name, activation, annotation: op, value: -1 })),
  );
}

const names = new WeakMap<ClassRecord, ReadonlySet<number>>();

function fieldNames(f: Flow, record: ClassRecord): ReadonlySet<number> {
  let known = names.get(record);
  if (!known) {
    known = new Set(
      ownFields(record)
        .filter((field) => !isMarked(f, field, 'ClassVar'))
        .map(({ name }) => name),
    );
    names.set(record, known);
  }
  return known;
}

/** Fields of the class and of the bases that have a generated `__init__`, those of bases first. */
export function allFields(f: Flow, record: ClassRecord): readonly Field[] {
  const found = new Map<number, Field>();
  for (const entry of [...record.order].reverse()) {
    if (f.p.values.kind(entry) !== VALUE.class) continue;
    const base = f.classes.of(entry);
    if (base !== record && !isGenerated(f, base)) continue;
    for (const field of ownFields(base)) found.set(field.name, field);
  }
  return [...found.values()];
}

/** Whether the annotation is, or subscripts, a name of `typing` or `dataclasses`. */
function isMarked(f: Flow, { activation, annotation }: Field, mark: string): boolean {
  return f.p.solver
    .at(f.p.node(activation, annotation))
    .some(
      (token) =>
        f.p.values.kind(token) === VALUE.library && f.p.text(f.p.values.x(token)).endsWith(`.${mark}`),
    );
}

/**
 * Runs a generated `__init__` (https://docs.python.org/3/library/dataclasses.html): arguments go to fields in order,
 * missing ones take defaults and what factories give, then `__post_init__` gets the `InitVar`s.
 */
export function runGeneratedInit(f: Flow, init: Token, receiver: Token, site: Site): void {
  const { solver, values } = f.p;
  const record = f.classes.of(values.x(init) as Token);
  const passed: Node[] = [];
  let position = 0;
  for (const field of allFields(f, record)) {
    if (isMarked(f, field, 'ClassVar') || isMarked(f, field, 'KW_ONLY')) continue;
    const maker = fieldMaker(f, field);
    let target = f.p.field(receiver, field.name);
    if (isMarked(f, field, 'InitVar')) {
      target = solver.nodes(1);
      passed.push(target);
    }
    const isSet = maker === undefined || !isFalse(field.activation, maker, 'init');
    if (isSet && give(f, target, field.name, position++, site)) continue;
    takeDefault(f, field, maker, target, site);
  }
  const silent = { ...site, arguments: { ...NO_ARGUMENTS, positional: passed }, result: solver.nodes(1) };
  for (const name of ['__post_init__', '__attrs_post_init__']) {
    if (f.classes.defines(f.classes.of(values.x(receiver) as Token), f.p.name(name))) {
      f.p.callMethod(receiver, name, silent);
    }
  }
}

/** The argument of a field; false where the call may leave it out. */
function give(f: Flow, target: Node, name: number, position: number, { arguments: given }: Site): boolean {
  const { solver, values } = f.p;
  const direct = given.positional[position] ?? given.keywords.get(name);
  if (direct !== undefined) {
    solver.flow(direct, target);
    return true;
  }
  const fromContainer = (key: string) => (token: Token) => {
    if (values.kind(token) !== VALUE.container) return;
    solver.flow(f.containers.slot(f.containers.of(token), key), target);
  };
  for (const { node, at } of given.stars) {
    if (position >= at) solver.on(node, fromContainer(`i${position - at}`));
  }
  for (const node of given.doubleStars) solver.on(node, fromContainer(`s${f.p.text(name)}`));
  return false;
}

/** The call of `field(...)` that stands for a field's default. */
function fieldMaker(f: Flow, { activation, value }: Field): OpId | undefined {
  const { facts } = activation.file;
  if (value < 0 || facts.kind[value] !== OP.Call) return undefined;
  const isMaker = f.p.solver
    .at(f.p.node(activation, facts.a[value] as OpId))
    .some(
      (token) => f.p.values.kind(token) === VALUE.library && FIELD_MAKERS.has(f.p.text(f.p.values.x(token))),
    );
  return isMaker ? (value as OpId) : undefined;
}

function takeDefault(f: Flow, field: Field, maker: OpId | undefined, target: Node, site: Site): void {
  const { solver } = f.p;
  if (maker === undefined) {
    if (field.value >= 0) solver.flow(f.p.node(field.activation, field.value as OpId), target);
    return;
  }
  const { keywords } = argumentsAt(f, field.activation, maker);
  const value = keywords.get(f.p.name('default'));
  if (value !== undefined) solver.flow(value, target);
  const factory = keywords.get(f.p.name('default_factory')) ?? keywords.get(f.p.name('factory'));
  if (factory === undefined) return;
  callFactoryOf(f, factory, { ...site, arguments: NO_ARGUMENTS, result: target });
}

/** Whether a call spells `name=False`. */
export const isFalse = (activation: Activation, call: number, name: string): boolean =>
  flagAt(activation, call, name) === false;

/** What a call spells for `name=True` or `name=False`; `undefined`: neither. */
export function flagAt({ file }: Activation, call: number, name: string): boolean | undefined {
  const { facts } = file;
  if (facts.kind[call] !== OP.Call) return undefined;
  const list = listOf(facts, facts.b[call]!);
  for (let at = 0; at < list.length; at += 3) {
    if (list[at] !== ARGUMENT.keyword || facts.names[list[at + 1]!] !== name) continue;
    const value = list[at + 2]!;
    const constant = facts.kind[value] === OP.Const ? facts.constants[facts.a[value]!] : undefined;
    return constant?.kind === 'bool' ? constant.value : undefined;
  }
  return undefined;
}

/** `class P(NamedTuple)`: fields hold the arguments, and so do the positions of the tuple. */
export function makeNamedTuple(f: Flow, record: ClassRecord, instance: Token, site: Site): void {
  const { solver } = f.p;
  const own = record.order.find(
    (entry) => f.p.values.kind(entry) === VALUE.class && ownFields(f.classes.of(entry)).length > 0,
  );
  if (own === undefined) return;
  const contents = f.containers.of(f.containers.make(f.containers.siteOf(instance), CONTAINER.tuple));
  ownFields(f.classes.of(own)).forEach((field, position) => {
    const target = f.p.field(instance, field.name);
    if (!give(f, target, field.name, position, site)) takeDefault(f, field, undefined, target, site);
    solver.flow(target, f.containers.slot(contents, `i${position}`));
  });
}

export function isNamedTuple(f: Flow, record: ClassRecord): boolean {
  return record.order.some(
    (entry) =>
      f.p.values.kind(entry) === VALUE.library && f.p.text(f.p.values.x(entry)).endsWith('typing.NamedTuple'),
  );
}
