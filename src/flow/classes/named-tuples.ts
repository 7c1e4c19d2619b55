import { ARGUMENT, type FileFacts, OP } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import type { Site } from '../solve/propagation.ts';
import { VALUE } from '../solve/values.ts';
import type { ClassRecord } from './classes.ts';
import { makeNamedTuple, setFields } from './generated-init.ts';

/**
 * `namedtuple('P', 'a b')` (library/collections): a class whose fields the second argument names, as a text or a
 * display of texts. Where that is no constant, the class has no fields.
 */
export function makeNamedTupleClass(f: Flow, site: Site): void {
  const { record, isNew } = f.classes.make(site.activation, site.op, 1);
  f.p.solver.add(site.result, record.token);
  if (!isNew) return;
  const { facts } = site.activation.file;
  const fields = facts.kind[site.op] === OP.Call ? fieldNames(facts, site.op) : [];
  setFields(
    record,
    site.op,
    fields.map((name) => f.p.name(name)),
  );
  f.classes.addBase(record, 0, f.p.library('typing.NamedTuple'));
}

function fieldNames(facts: FileFacts, call: number): readonly string[] {
  const list = listOf(facts, facts.b[call]!);
  let position = 0;
  for (let at = 0; at < list.length; at += 3) {
    const isNames =
      list[at] === ARGUMENT.keyword
        ? facts.names[list[at + 1]!] === 'field_names'
        : list[at] === ARGUMENT.positional && position++ === 1;
    if (isNames) return texts(facts, list[at + 2]!);
  }
  return [];
}

function texts(facts: FileFacts, op: number): readonly string[] {
  if (facts.kind[op] === OP.Container) {
    return [...listOf(facts, facts.b[op]!)].flatMap((item) => (item < 0 ? [] : texts(facts, item)));
  }
  const value = facts.kind[op] === OP.Const ? facts.constants[facts.a[op]!]! : undefined;
  return value?.kind === 'str' ? value.value.split(/[\s,]+/).filter((name) => name !== '') : [];
}

/** `super().__new__(cls, ...)` in a named tuple: the fields come behind the class. */
export function newNamedTuple(f: Flow, record: ClassRecord, site: Site): void {
  const given = site.arguments;
  const inner = {
    ...given,
    positional: given.positional.slice(1),
    stars: given.stars.map((star) => ({ ...star, at: Math.max(star.at - 1, 0) })),
  };
  const instance = f.p.values.of(VALUE.instance, record.token);
  f.p.solver.add(site.result, instance);
  makeNamedTuple(f, record, instance, { ...site, arguments: inner });
}
