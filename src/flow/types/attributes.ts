import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Program, ProgramFile } from '../../link/program.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import { type AttributeNodes, FALLBACK } from '../solve/propagation.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { declare, namesSelf } from './annotations.ts';
import { indexedAttribute } from './indexed.ts';

/** Annotations of a class, by the name that they declare. */
type Declared = ReadonlyMap<number, OpId>;

const NONE: Declared = new Map();
const declaredIn = new WeakMap<FileFacts, readonly Declared[]>();
const annotatedNames = new WeakMap<Program, ReadonlySet<number>>();

/**
 * What `x: T` in a class body and `self.x: T` in its methods declare, as values of last resort: an attribute that
 * nothing is put in holds instances of the classes named (PEP 526). The nearest class that declares the name counts.
 */
export function declareAttribute(f: Flow, object: Token, name: number, to: AttributeNodes): void {
  if (f.summarises) indexedAttribute(f, object, name, to);
  if (!namesIn(f.p.program).has(name)) return;
  const isInstance = f.p.values.kind(object) === VALUE.instance;
  const record = f.classes.of(isInstance ? (f.p.values.x(object) as Token) : object);
  f.p.whenEmpty(to.value, FALLBACK.parameter, () => {
    if (f.p.solver.at(to.getters).length > 0) return;
    const found = nearest(f, record, name);
    if (found === undefined) return;
    if (!isInstance) return declare(f, found.record.activation, found.annotation, to.value);
    if (namesSelf(f, found.record.activation, found.annotation)) return f.p.solver.add(to.value, object);
    declare(f, found.record.activation, found.annotation, to.value);
  });
}

function nearest(
  f: Flow,
  { order }: ClassRecord,
  name: number,
): { readonly record: ClassRecord; readonly annotation: OpId } | undefined {
  for (const entry of order) {
    if (f.p.values.kind(entry) !== VALUE.class) continue;
    const record = f.classes.of(entry);
    const annotation = declarations(record).get(name);
    if (annotation !== undefined) return { record, annotation };
  }
  return undefined;
}

function declarations({ activation: { file }, index }: ClassRecord): Declared {
  let known = declaredIn.get(file.facts);
  if (!known) {
    known = gathered(file);
    declaredIn.set(file.facts, known);
  }
  return known[index] ?? NONE;
}

/** A class body counts before its methods, and what comes first before what comes later. */
function gathered({ facts, names }: ProgramFile): readonly Declared[] {
  const byClass = facts.classes.map(() => new Map<number, OpId>());
  const bodies = new Map(facts.classes.map(({ op }, index) => [op as number, index]));
  const owners = new Map(
    facts.functions.flatMap(({ owner, parameters }) =>
      owner >= 0 && parameters[0] ? [[parameters[0].op as number, owner as number] as const] : [],
    ),
  );
  for (const places of [bodies, owners]) {
    for (let op = 0; op < facts.kind.length; op++) {
      if (facts.kind[op] !== OP.Field) continue;
      const declared = byClass[places.get(facts.a[op]!) ?? -1];
      const name = names[facts.b[op]!]!;
      const [annotation] = listOf(facts, facts.c[op]!);
      if (declared && !declared.has(name)) declared.set(name, annotation as OpId);
    }
  }
  return byClass;
}

/** Every name that some class of the program declares: for others nothing has to be looked up. */
function namesIn(program: Program): ReadonlySet<number> {
  let known = annotatedNames.get(program);
  if (!known) {
    const found = new Set<number>();
    for (const { facts, names } of program.files) {
      for (let op = facts.kind.indexOf(OP.Field); op >= 0; op = facts.kind.indexOf(OP.Field, op + 1)) {
        found.add(names[facts.b[op]!]!);
      }
    }
    known = found;
    annotatedNames.set(program, known);
  }
  return known;
}
