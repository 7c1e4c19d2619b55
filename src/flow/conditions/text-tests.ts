import { ARGUMENT, type FileFacts, GUARD, OP } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';

type TextTest = (text: string) => boolean;

/**
 * What `x.startswith("a")`, `x.endswith("b")` and their negations around an op say of a text, also joined by `and`.
 * Nothing: `undefined`, every text may come.
 *
 * @param guard the innermost guard of the op
 * @param subject the op that gives x
 */
export function textTests(facts: FileFacts, guard: number, subject: number): TextTest | undefined {
  const tests: TextTest[] = [];
  for (let id = guard; id !== 0; id = facts.guards[id]!.parent) {
    const { kind, condition, when } = facts.guards[id]!;
    if (kind === GUARD.test) collect(facts, condition, when, subject, tests);
  }
  return tests.length === 0 ? undefined : (text) => tests.every((test) => test(text));
}

function collect(facts: FileFacts, op: number, when: boolean, subject: number, to: TextTest[]): void {
  if (op < 0) return;
  const { kind, names, a, b, c } = facts;
  if (kind[op] === OP.Unary && names[c[op]!] === 'not') return collect(facts, a[op]!, !when, subject, to);
  if (kind[op] === OP.Boolean && (c[op] === 1) === when) {
    collect(facts, a[op]!, when, subject, to);
    return collect(facts, b[op]!, when, subject, to);
  }
  if (kind[op] !== OP.Call || kind[a[op]!] !== OP.Attribute || a[a[op]!] !== subject) return;
  const method = names[b[a[op]!]!];
  const list = listOf(facts, b[op]!);
  const affix = list.length === 3 && list[0] === ARGUMENT.positional ? list[2]! : -1;
  if (affix < 0 || kind[affix] !== OP.Const) return;
  const value = facts.constants[a[affix]!]!;
  if (value.kind !== 'str') return;
  if (method === 'startswith') to.push((text) => text.startsWith(value.value) === when);
  if (method === 'endswith') to.push((text) => text.endsWith(value.value) === when);
}
