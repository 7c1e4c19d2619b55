import { CONTAINER } from '../../facts/ir.ts';
import type { ClassRecord } from '../classes/classes.ts';
import { allFields, isFalse } from '../classes/generated-init.ts';
import { isWritten } from '../classes/record-options.ts';
import type { Flow } from '../flow.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** Knows which functions a value runs when it is asked for the first of some methods. */
interface MethodTable {
  readonly f: Flow;
  methodsOf(token: Token, methods: readonly string[], asked?: Set<Token>): readonly Token[];
}

/** Which option of `field(...)` leaves a field out of a method; others are comparisons. */
const OPTIONS: ReadonlyMap<string, string> = new Map([
  ['__repr__', 'repr'],
  ['__hash__', 'hash'],
]);
const OF_TUPLES: ReadonlySet<string> = new Set([
  '__eq__',
  '__hash__',
  '__repr__',
  '__lt__',
  '__le__',
  '__gt__',
  '__ge__',
]);

/**
 * What a method runs that nobody spells out, as dataclasses and named tuples have some: the same method of what the
 * fields hold. `undefined` where the class has the method otherwise, or not at all.
 */
export function writtenMethods(
  late: MethodTable,
  instance: Token,
  record: ClassRecord,
  method: string,
  asked: Set<Token> = new Set(),
): readonly Token[] | undefined {
  if (!OF_TUPLES.has(method)) return undefined;
  const { p, classes } = late.f;
  const name = p.name(method);
  for (const entry of record.order) {
    if (p.values.kind(entry) === VALUE.library) {
      if (p.text(p.values.x(entry)).endsWith('typing.NamedTuple')) {
        return ofFields(late, instance, record, method, asked);
      }
      continue;
    }
    const above = classes.of(entry);
    if (above.attributes.has(name)) return undefined;
    if (isWritten(above, method)) return ofFields(late, instance, above, method, asked);
  }
  return undefined;
}

/** Orderings look for the first field that differs ("as if it were a tuple"). */
function ofFields(
  late: MethodTable,
  instance: Token,
  record: ClassRecord,
  method: string,
  asked: Set<Token>,
): readonly Token[] {
  if (asked.has(instance)) return [];
  asked.add(instance);
  const option = OPTIONS.get(method) ?? 'compare';
  const methods = OPTIONS.has(method) || method === '__eq__' ? [method] : ['__eq__', method];
  return allFields(late.f, record).flatMap((field) => {
    if (field.value >= 0 && isFalse(field.activation, field.value, option)) return [];
    return heldBy(late, instance, record, field.name).flatMap((token) =>
      methods.flatMap((each) => late.methodsOf(token, [each], asked)),
    );
  });
}

/** What an instance was given under a name, and those of the class that are not told apart from it. */
function heldBy(late: MethodTable, instance: Token, record: ClassRecord, name: number): readonly Token[] {
  const { p } = late.f;
  const any = p.values.of(VALUE.instance, p.values.x(instance));
  const instances = instance === any ? [any, ...record.instances] : [instance, any];
  return instances.flatMap((each) => (p.hasField(each, name) ? p.solver.at(p.field(each, name)) : []));
}

/** What showing a container, comparing it or hashing a tuple asks of what it holds. */
export function methodsOfElements(
  late: MethodTable,
  container: Token,
  methods: readonly string[],
  asked: Set<Token> = new Set(),
): readonly Token[] {
  const method = methods.at(-1)!;
  const { values, solver } = late.f.p;
  const kind = values.y(container);
  const isAsked =
    method === '__hash__' ? kind === CONTAINER.tuple : method === '__repr__' || method === '__eq__';
  if (!isAsked || kind === CONTAINER.generator || asked.has(container)) return [];
  asked.add(container);
  const contents = late.f.containers.of(container);
  const held = [...solver.at(contents.all)];
  if (kind === CONTAINER.dict && method === '__repr__') held.push(...solver.at(contents.keys));
  return held.flatMap((token) => late.methodsOf(token, [method], asked));
}
