import {
  ARGUMENT,
  type FileFacts,
  GUARD,
  type GuardId,
  MATCHES_CLASS,
  OP,
  type OpId,
} from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { AccessPaths } from './access-paths.ts';

/** What a test asks of a value. */
export const ASKS = {
  instance: 0,
  callable: 1,
  coroutineFunction: 2,
  none: 3,
  identity: 4,
  class: 5,
  module: 6,
  function: 7,
  method: 8,
  routine: 9,
  generatorFunction: 10,
  asyncGeneratorFunction: 11,
  generator: 12,
  coroutine: 13,
  asyncGenerator: 14,
  awaitable: 15,
} as const;
export type Asks = (typeof ASKS)[keyof typeof ASKS];

/** Tests of `inspect`, by their names: modules that have them under another name are not known. */
const PREDICATES: ReadonlyMap<string, Asks> = new Map([
  ['isasyncgen', ASKS.asyncGenerator],
  ['isasyncgenfunction', ASKS.asyncGeneratorFunction],
  ['isawaitable', ASKS.awaitable],
  ['isclass', ASKS.class],
  ['iscoroutine', ASKS.coroutine],
  ['iscoroutinefunction', ASKS.coroutineFunction],
  ['isfunction', ASKS.function],
  ['isgenerator', ASKS.generator],
  ['isgeneratorfunction', ASKS.generatorFunction],
  ['ismethod', ASKS.method],
  ['ismodule', ASKS.module],
  ['isroutine', ASKS.routine],
]);

/** A test of one value that a guard states: it holds, or it does not. */
export interface TypeTest {
  readonly subject: OpId;
  readonly asks: Asks;
  /** Classes that `isinstance` asks for, the object that `is` asks for. */
  readonly classes: readonly OpId[];
  readonly holds: boolean;
}

/** The tests of a file by guard, and which ops are tested at all. */
interface FileTests {
  readonly byGuard: ReadonlyMap<number, readonly TypeTest[]>;
  /** By the op that stands for the path. */
  readonly subjects: ReadonlySet<number>;
  readonly paths: AccessPaths;
}

const known = new WeakMap<FileFacts, FileTests>();

function testsOf(facts: FileFacts): FileTests {
  let tests = known.get(facts);
  if (!tests) {
    const byGuard = new Map<number, readonly TypeTest[]>();
    const subjects = new Set<number>();
    for (const [id, { kind, condition, when }] of facts.guards.entries()) {
      if (kind !== GUARD.test || condition < 0) continue;
      const found: TypeTest[] = [];
      decompose(facts, condition, when, found);
      if (found.length > 0) byGuard.set(id, found);
      for (const { subject } of found) subjects.add(subject);
    }
    const paths = new AccessPaths(facts, subjects);
    for (const subject of [...subjects]) subjects.add(paths.pathOf(subject));
    tests = { byGuard, subjects, paths };
    known.set(facts, tests);
  }
  return tests;
}

/** Each part of a chain stands behind all before it: longer ones narrow nothing more, which errs toward too many values. */
const MOST_PARTS = 500;

/** `a and b` that holds states both, `a or b` that does not refuses both; in a loop, since such chains may be long. */
function decompose(facts: FileFacts, condition: number, when: boolean, found: TypeTest[]): void {
  const waiting = [{ op: condition, holds: when }];
  let parts = 0;
  for (let next = waiting.pop(); next !== undefined && parts < MOST_PARTS; next = waiting.pop(), parts++) {
    const { op, holds } = next;
    if (op < 0) continue;
    if (facts.kind[op] === OP.Boolean) {
      if ((facts.c[op] === 1) !== holds) continue;
      waiting.push({ op: facts.b[op]!, holds }, { op: facts.a[op]!, holds });
    } else if (facts.kind[op] === OP.Unary) {
      if (facts.names[facts.c[op]!] === 'not') waiting.push({ op: facts.a[op]!, holds: !holds });
    } else singleTest(facts, op, holds, found);
  }
}

function singleTest(facts: FileFacts, condition: number, when: boolean, found: TypeTest[]): void {
  switch (facts.kind[condition]) {
    case OP.Compare: {
      const right = facts.b[condition]!;
      if (facts.names[facts.c[condition]!] === MATCHES_CLASS) {
        if (!when) return;
        const classes = classesIn(facts, right);
        found.push({ subject: facts.a[condition] as OpId, asks: ASKS.instance, classes, holds: true });
        return;
      }
      const operator = facts.names[facts.c[condition]!]!;
      if (operator !== 'is' && operator !== 'is not') return;
      const holds = (operator === 'is') === when;
      const subject = facts.a[condition] as OpId;
      if (facts.kind[right] !== OP.Const) {
        found.push({ subject, asks: ASKS.identity, classes: [right as OpId], holds });
      } else if (holds && facts.constants[facts.a[right]!]!.kind === 'none') {
        // None itself is no value here: that something is not None leaves everything
        found.push({ subject, asks: ASKS.none, classes: [], holds });
      }
      return;
    }
    case OP.Call:
      return callTest(facts, condition, when, found);
    default:
  }
}

function callTest(facts: FileFacts, call: number, holds: boolean, found: TypeTest[]): void {
  const callee = facts.a[call]!;
  const list = listOf(facts, facts.b[call]!);
  if (list[0] !== ARGUMENT.positional) return;
  const subject = list[2] as OpId;
  const isName = facts.kind[callee] === OP.LoadName || facts.kind[callee] === OP.LoadBuiltin;
  const name = isName ? facts.names[facts.a[callee]!] : '';
  if (name === 'isinstance' && list.length === 6) {
    found.push({ subject, asks: ASKS.instance, classes: classesIn(facts, list[5]!), holds });
  } else if (name === 'callable' && list.length === 3) {
    found.push({ subject, asks: ASKS.callable, classes: [], holds });
  } else if (list.length === 3) {
    const asks = PREDICATES.get(isName ? name! : (importedName(facts, callee) ?? ''));
    if (asks !== undefined) found.push({ subject, asks, classes: [], holds });
  }
}

/** What a callee is called in the module it is from: `m.name`, or `name` that is imported. */
function importedName({ kind, a, b, names, variables }: FileFacts, callee: number): string | undefined {
  if (kind[callee] === OP.Attribute || kind[callee] === OP.ImportFrom) return names[b[callee]!];
  return kind[callee] === OP.LoadVariable ? variables[a[callee]!]?.name : undefined;
}

function classesIn(facts: FileFacts, op: number): readonly OpId[] {
  if (facts.kind[op] !== OP.Container) return [op as OpId];
  return [...listOf(facts, facts.b[op]!)] as OpId[];
}

/** What the guards from `guard` outward state of a value; mostly nothing. */
export function testsOn(facts: FileFacts, guard: number, subject: number): readonly TypeTest[] {
  if (guard === 0) return NONE;
  const { byGuard, subjects, paths } = testsOf(facts);
  if (!subjects.has(paths.pathOf(subject))) return NONE;
  const found: TypeTest[] = [];
  for (let id = guard; id !== 0; id = facts.guards[id]!.parent) {
    for (const test of byGuard.get(id) ?? NONE) {
      if (paths.isSamePath(test.subject, subject) && paths.holdsUntil(test.subject, subject))
        found.push(test);
    }
  }
  return found;
}

/**
 * What must be so for a value to come unchanged to where the branches of an `if` meet: another input comes from the
 * branch that a test opens, so this one comes where the test fails.
 */
export function testsBeforeJoin(facts: FileFacts, join: number, subject: number): readonly TypeTest[] {
  const { byGuard, subjects } = testsOf(facts);
  if (!subjects.has(subject)) return NONE;
  const found: TypeTest[] = [];
  for (let id = facts.guard[join] as number; id !== 0; id = facts.guards[id]!.parent) {
    const { condition, when, parent } = facts.guards[id]!;
    const tests = byGuard.get(id)?.filter((test) => test.subject === subject) ?? NONE;
    if (when || tests.length === 0) continue;
    const replaced = listOf(facts, facts.b[join]!).some(
      (input) => input >= 0 && input !== subject && isUnder(facts, input, condition, parent),
    );
    if (replaced) found.push(...tests);
  }
  return found;
}

function isUnder(facts: FileFacts, op: number, condition: OpId, parent: GuardId): boolean {
  for (let id = facts.guard[op] as number; id !== 0; id = facts.guards[id]!.parent) {
    const guard = facts.guards[id]!;
    if (guard.condition === condition && guard.when && guard.parent === parent) return true;
  }
  return false;
}

/** The test that chooses between the two values of a conditional expression, as the first is chosen by it. */
export function choiceOf(facts: FileFacts, join: number): TypeTest | undefined {
  const inputs = listOf(facts, facts.b[join]!);
  const [first, second] = inputs;
  if (inputs.length !== 2 || first! < 0 || second! < 0) return undefined;
  const guard = facts.guards[facts.guard[first!]!]!;
  const other = facts.guards[facts.guard[second!]!]!;
  if (guard.condition < 0 || guard.condition !== other.condition || !guard.when || other.when) {
    return undefined;
  }
  const tests = testsOf(facts).byGuard.get(facts.guard[first!]!);
  return tests?.length === 1 ? tests[0] : undefined;
}

const NONE: readonly TypeTest[] = [];
