import { CALL_FLAGS, type FileFacts, OP, type OpId, PARAMETER } from '../../facts/ir.ts';
import { functionOf, listOf } from '../../facts/read-facts.ts';
import { NONE } from '../../model/constant.ts';
import type { ParameterTest } from './argument-tests.ts';

/** `kwargs.pop('name', None)` and `kwargs.get('name')` of the function's own `**kwargs`: the keyword of that name. */
export function takenKeyword(
  facts: FileFacts,
  op: OpId,
): Pick<ParameterTest, 'parameter' | 'keyword'> | undefined {
  if (facts.kind[op] !== OP.Call || facts.c[op] !== CALL_FLAGS.none) return undefined;
  const callee = facts.a[op]!;
  if (callee < 0 || facts.kind[callee] !== OP.Attribute) return undefined;
  const method = facts.names[facts.b[callee]!]!;
  const parameter = facts.a[callee] as OpId;
  if ((method !== 'pop' && method !== 'get') || facts.kind[parameter] !== OP.Parameter) return undefined;
  const { parameters } = facts.functions[functionOf(facts, parameter)]!;
  if (parameters.find((one) => one.op === parameter)?.kind !== PARAMETER.doubleStar) return undefined;
  const list = listOf(facts, facts.b[op]!);
  const constants = [2, 5].map((at) => {
    const value = list[at] ?? -1;
    return value >= 0 && facts.kind[value] === OP.Const ? facts.constants[facts.a[value]!] : undefined;
  });
  const [name, otherwise = list.length === 3 ? NONE : undefined] = constants;
  if (name?.kind !== 'str') return undefined;
  return { parameter, keyword: { name: name.value, ...(otherwise ? { default: otherwise } : {}) } };
}
