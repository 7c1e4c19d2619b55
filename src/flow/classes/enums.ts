import { type FileFacts, OP } from '../../facts/ir.ts';
import { keyOfConstant } from '../../facts/literals.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { ClassRecord } from './classes.ts';

const ENUMS: ReadonlySet<string> = new Set(
  ['Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum'].map((name) => `enum.${name}`),
);
const DATA: ReadonlySet<number> = new Set([VALUE.text, VALUE.libraryInstance, VALUE.container]);

/** Whether the class derives from an enumeration of the library. */
export function isEnum(f: Flow, record: ClassRecord): boolean {
  const { values } = f.p;
  return record.order.some(
    (entry) => values.kind(entry) === VALUE.library && ENUMS.has(f.p.text(values.x(entry))),
  );
}

/** A value that a class body binds becomes a member (https://docs.python.org/3/library/enum.html). */
export function memberOf(f: Flow, type: Token, value: Token): Token | undefined {
  const { values } = f.p;
  if (!DATA.has(values.kind(value)) || values.kind(type) !== VALUE.class) return undefined;
  return isEnum(f, f.classes.of(type)) ? values.of(VALUE.instance, type) : undefined;
}

/** `Color(1)`: the member of that value, else what `_missing_` gives. */
export function memberByValue(f: Flow, record: ClassRecord, site: Site): void {
  f.p.solver.add(site.result, f.p.values.of(VALUE.instance, record.token));
  if (!f.classes.defines(record, f.p.name('_missing_')) || isMemberValue(record, site)) return;
  f.p.callMethod(record.token, '_missing_', site);
}

/** Whether a call spells the value of a member, as the class body does. */
function isMemberValue(record: ClassRecord, { activation, op }: Site): boolean {
  const { facts } = activation.file;
  const asked =
    facts.kind[op] === OP.Call ? constantOf(facts, listOf(facts, facts.b[op]!)[2] ?? -1) : undefined;
  if (asked === undefined || record.index < 0) return false;
  const own = record.activation.file.facts;
  const body = own.classes[record.index]!.op;
  return own.kind.some(
    (kind, at) => kind === OP.ClassAttribute && own.a[at] === body && constantOf(own, own.c[at]!) === asked,
  );
}

function constantOf(facts: FileFacts, op: number): string | undefined {
  return op >= 0 && facts.kind[op] === OP.Const ? keyOfConstant(facts.constants[facts.a[op]!]!) : undefined;
}

const NEXT_VALUE = '_generate_next_value_';

/** `auto()` in the class body asks `_generate_next_value_` (https://docs.python.org/3/library/enum.html#enum.auto). */
function nextValue(f: Flow, record: ClassRecord, name: number, site: Site): void {
  const { solver, values } = f.p;
  const given = solver.nodes(1);
  solver.add(given, values.of(VALUE.text, name));
  const inner = { ...site, arguments: { ...NO_ARGUMENTS, positional: [given] }, result: solver.nodes(1) };
  const run = (fn: Token) => {
    if (values.kind(fn) === VALUE.wrapper) solver.on(values.x(fn) as Node, run);
    else f.p.call(fn, inner);
  };
  f.classes.lookUp(
    record,
    f.p.name(NEXT_VALUE),
    (definer) => solver.on(f.p.field(definer.token, f.p.name(NEXT_VALUE)), run),
    () => {},
  );
}

/** The class statement makes each member: `__init__` gets its value, spread where that is a tuple. */
export function makeMembers(f: Flow, record: ClassRecord, site: Site): void {
  const { solver, values } = f.p;
  let isMade = false;
  const run = () => {
    if (isMade || !isEnum(f, record)) return;
    isMade = true;
    const instance = values.of(VALUE.instance, record.token);
    const hasInit = f.classes.defines(record, f.p.name('__init__'));
    const hasNext = f.classes.defines(record, f.p.name(NEXT_VALUE));
    if (!hasInit && !hasNext) return;
    for (const name of record.attributes) {
      if (f.p.text(name).startsWith('_')) continue;
      const value = f.p.field(record.token, name);
      solver.on(value, (token) => {
        if (!DATA.has(values.kind(token))) return;
        if (hasNext && token === f.p.libraryInstance('enum.auto')) nextValue(f, record, name, site);
        if (!hasInit) return;
        const spread = values.kind(token) === VALUE.container;
        const given = spread ? { stars: [{ node: value, at: 0 }] } : { positional: [value] };
        const result = solver.nodes(1);
        f.p.callMethod(instance, '__init__', { ...site, arguments: { ...NO_ARGUMENTS, ...given }, result });
      });
    }
  };
  record.lookups.push(run);
  run();
}
