import { ARGUMENT, type FileFacts, type FunctionIndex, OP, type OpId } from '../facts/ir.ts';
import type { Activation } from './activations.ts';
import type { Flow } from './flow.ts';
import { type Arguments, NO_ARGUMENTS, type Site } from './propagation.ts';
import type { Node } from './solver.ts';

/** The entries of a list of a file. */
export function listOf(facts: FileFacts, offset: number): Int32Array {
  return facts.lists.subarray(offset + 1, offset + 1 + facts.lists[offset]!);
}

/** An op as a place that calls without arguments; its result is the op's value. */
export function siteAt(f: Flow, activation: Activation, op: OpId): Site {
  return { activation, op, arguments: NO_ARGUMENTS, result: f.p.node(activation, op) };
}

/** The arguments of a call op as nodes. */
export function argumentsAt(f: Flow, activation: Activation, op: OpId): Arguments {
  const { facts, names } = activation.file;
  const list = listOf(facts, facts.b[op]!);
  const positional: Node[] = [];
  const stars: { node: Node; at: number }[] = [];
  const keywords = new Map<number, Node>();
  const doubleStars: Node[] = [];
  for (let index = 0; index < list.length; index += 3) {
    const node = f.p.node(activation, list[index + 2] as OpId);
    switch (list[index]) {
      case ARGUMENT.positional:
        // behind a star it lands where the star's length says: left out, which errs toward missing a value
        if (stars.length === 0) positional.push(node);
        break;
      case ARGUMENT.star:
        stars.push({ node, at: positional.length });
        break;
      case ARGUMENT.keyword:
        keywords.set(names[list[index + 1]!]!, node);
        break;
      default:
        doubleStars.push(node);
    }
  }
  return { positional, stars, keywords, doubleStars };
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
