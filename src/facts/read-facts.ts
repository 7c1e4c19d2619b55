import { type FileFacts, type FunctionIndex, OP, type OpId } from './ir.ts';

/** The entries of a list of a file. Most are short: a copy costs less than a view of the array. */
export function listOf({ lists }: FileFacts, offset: number): readonly number[] {
  const length = lists[offset]!;
  const found: number[] = [];
  for (let at = offset + 1; at <= offset + length; at++) found.push(lists[at]!);
  return found;
}

/** The function whose body holds an op: functions lie in order of their ops. */
export function functionOf(facts: FileFacts, op: OpId): FunctionIndex {
  let low = 0;
  let high = facts.functions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (facts.functions[middle]!.start <= op) low = middle;
    else high = middle - 1;
  }
  return low as FunctionIndex;
}

/** A string constant, or the strings of a tuple, list or set of them. */
export function constantTexts(facts: FileFacts, op: OpId): string[] | undefined {
  if (facts.kind[op] === OP.Const) {
    const value = facts.constants[facts.a[op]!]!;
    return value.kind === 'str' ? [value.value] : undefined;
  }
  if (facts.kind[op] !== OP.Container) return undefined;
  const texts = [...listOf(facts, facts.b[op]!)].map((item) =>
    item >= 0 ? constantTexts(facts, item as OpId)?.[0] : undefined,
  );
  return texts.every((text) => text !== undefined) ? (texts as string[]) : undefined;
}

/** An integer constant, or the integers of a tuple or list of them. */
export function constantNumbers(facts: FileFacts, op: OpId): number[] | undefined {
  if (facts.kind[op] === OP.Const) {
    const value = facts.constants[facts.a[op]!]!;
    return value.kind === 'int' ? [Number(value.value)] : undefined;
  }
  if (facts.kind[op] !== OP.Container) return undefined;
  const numbers = [...listOf(facts, facts.b[op]!)].map((item) =>
    item >= 0 ? constantNumbers(facts, item as OpId)?.[0] : undefined,
  );
  return numbers.every((value) => value !== undefined) ? (numbers as number[]) : undefined;
}
