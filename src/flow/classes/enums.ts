import type { Flow } from '../flow.ts';
import { NO_ARGUMENTS, type Site } from '../solve/propagation.ts';
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

/** The class statement makes each member: `__init__` gets its value, spread where that is a tuple. */
export function makeMembers(f: Flow, record: ClassRecord, site: Site): void {
  const { solver, values } = f.p;
  let isMade = false;
  const run = () => {
    if (isMade || !isEnum(f, record)) return;
    isMade = true;
    const instance = values.of(VALUE.instance, record.token);
    if (!f.classes.defines(record, f.p.name('__init__'))) return;
    for (const name of record.attributes) {
      if (f.p.text(name).startsWith('_')) continue;
      const value = f.p.field(record.token, name);
      solver.on(value, (token) => {
        if (!DATA.has(values.kind(token))) return;
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
