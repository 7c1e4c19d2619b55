import { ARGUMENT, type FileFacts, type GuardId, OP, type OpId, PARAMETER } from '../../facts/ir.ts';
import { takesValue } from '../../facts/operands.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { ParameterTest } from './argument-tests.ts';
import { parameterTests } from './parameter-tests.ts';

/**
 * Where a function hands on its `**kwargs`, conditions under which it sets a keyword itself (`if capture: kwargs['x'] =
 * PIPE`); `undefined`: it does something else with them, or sets the keyword under conditions that are no tests of a
 * parameter.
 *
 * @param op the parameter
 */
export function handedKeyword(
  facts: FileFacts,
  index: number,
  op: OpId,
  name: string,
): readonly ParameterTest[] | undefined {
  const { parameters, start, end } = facts.functions[index]!;
  if (parameters.find((parameter) => parameter.op === op)?.kind !== PARAMETER.doubleStar) return undefined;
  const set: ParameterTest[] = [];
  for (let user = start; user < end; user++) {
    if (!takesValue(facts, user, op) || isSpread(facts, user, op)) continue;
    switch (facts.kind[user]) {
      case OP.Compare:
        break;
      case OP.Attribute:
        if (facts.names[facts.b[user]!] !== 'get') return undefined;
        break;
      case OP.SetItem: {
        const key = textAt(facts, facts.b[user]!);
        if (key === undefined || facts.a[user] !== op || facts.c[user] === op) return undefined;
        if (key !== name) break;
        const [test, ...more] = parameterTests(facts, facts.guard[user] as GuardId);
        if (!test || more.length > 0) return undefined;
        set.push(test);
        break;
      }
      default:
        return undefined;
    }
  }
  return set;
}

function textAt(facts: FileFacts, op: number): string | undefined {
  const value = op >= 0 && facts.kind[op] === OP.Const ? facts.constants[facts.a[op]!]! : undefined;
  return value?.kind === 'str' ? value.value : undefined;
}

function isSpread(facts: FileFacts, call: number, op: OpId): boolean {
  if (facts.kind[call] !== OP.Call) return false;
  const list = listOf(facts, facts.b[call]!);
  let spreads = 0;
  for (let index = 0; index < list.length; index += 3) {
    if (list[index + 2] !== op) continue;
    if (list[index] !== ARGUMENT.doubleStar) return false;
    spreads++;
  }
  return spreads > 0 && facts.a[call] !== op;
}
