import { CALL_FLAGS, type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { ParameterTest } from './argument-tests.ts';

/** Classes that tests ask for by names which nothing but these bears. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ...'bool bytearray bytes dict float frozenset int list set str tuple'
    .split(' ')
    .map((name) => [name, `builtins.${name}`] as const),
  ['PathLike', 'os.PathLike'],
]);

/** What `isinstance(x, C)` or `isinstance(x, (C, D))` asks of which value. */
function instanceTest(facts: FileFacts, op: OpId): { subject: OpId; classes: readonly string[] } | undefined {
  const callee = facts.a[op]!;
  if (facts.kind[op] !== OP.Call || facts.kind[callee] !== OP.LoadName) return undefined;
  if (facts.names[facts.a[callee]!] !== 'isinstance' || facts.c[op] !== CALL_FLAGS.none) return undefined;
  const list = listOf(facts, facts.b[op]!);
  const [, , subject = -1, , , type = -1] = list;
  if (list.length !== 6 || subject < 0 || type < 0) return undefined;
  const asked = facts.kind[type] === OP.Container ? [...listOf(facts, facts.b[type]!)] : [type];
  const classes = asked.map((one) => CLASSES.get(className(facts, one)));
  return classes.every((name) => name !== undefined) ? { subject: subject as OpId, classes } : undefined;
}

function className(facts: FileFacts, op: number): string {
  if (op < 0) return '';
  if (facts.kind[op] === OP.LoadName) return facts.names[facts.a[op]!]!;
  return facts.kind[op] === OP.Attribute || facts.kind[op] === OP.ImportFrom
    ? facts.names[facts.b[op]!]!
    : '';
}

/** What `isinstance` asks of a parameter where it comes out like this. */
export function classTest(facts: FileFacts, op: OpId, when: boolean): ParameterTest | undefined {
  const asked = instanceTest(facts, op);
  if (!asked) return undefined;
  const { subject, classes } = asked;
  if (facts.kind[subject] === OP.Parameter) {
    return { parameter: subject, is: { instanceOf: classes, ...(when ? {} : { not: true as const }) } };
  }
  return when && facts.kind[subject] === OP.Join ? joinedTest(facts, subject, classes) : undefined;
}

/** The test that opens the branch in which an op runs. */
function testAround(facts: FileFacts, op: number): ReturnType<typeof instanceTest> {
  const { condition, when } = facts.guards[op < 0 ? 0 : facts.guard[op]!]!;
  return when && condition >= 0 ? instanceTest(facts, condition) : undefined;
}

/** `if isinstance(x, PathLike): x = fspath(x)` before it: x may have been one of those as well, and passes now. */
function joinedTest(facts: FileFacts, join: OpId, classes: readonly string[]): ParameterTest | undefined {
  const inputs = [...listOf(facts, facts.b[join]!)] as OpId[];
  const parameter = inputs.find((input) => input >= 0 && facts.kind[input] === OP.Parameter);
  if (parameter === undefined) return undefined;
  const all = new Set(classes);
  for (const input of inputs) {
    if (input === parameter) continue;
    const before = testAround(facts, input);
    if (before?.subject !== parameter) return undefined;
    for (const name of before.classes) all.add(name);
  }
  return { parameter, is: { instanceOf: [...all] } };
}
