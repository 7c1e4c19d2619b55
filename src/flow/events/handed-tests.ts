import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { constantPasses } from '../../model/operand-test.ts';
import type { ArgumentTest } from '../../stdlib/closure.ts';
import type { ParameterTest } from '../conditions/argument-tests.ts';
import { handedKeyword } from '../conditions/handed-keywords.ts';
import type { Activation } from '../solve/activations.ts';
import { decidedAlone, isInstanceTest } from './decided.ts';
import type { Operands } from './operands.ts';

/** A test that is handed on, one that the call decides, or one that nothing decides. */
export type Answer = ParameterTest | boolean | typeof OPEN;

export const OPEN = 'open';

/** What a call leaves of one test of the function it calls, without its alternatives. */
export function leftOfOne(from: Activation, operands: Operands, asked: ArgumentTest): Answer {
  const given = operands.opAt(asked.operand);
  const part = asked.isPart ? { isPart: asked.isPart } : {};
  if (given !== undefined && from.file.facts.kind[given] === OP.Parameter) {
    return { parameter: given as OpId, is: asked.is, ...part };
  }
  return (
    decidedAlone(operands, asked) ??
    (given === undefined ? undefined : choiceTest(from, given, asked)) ??
    ((given === undefined && spreadTest(from, operands, asked)) || OPEN)
  );
}

/** What a test of a value asks of the parameters that it is one of; `undefined`: it may be something else. */
function choiceTest(from: Activation, op: number, asked: ArgumentTest): ParameterTest | undefined {
  const { facts } = from.file;
  if (facts.kind[op] === OP.Join) return joinTest(facts, op, asked);
  const operands = [facts.a[op]!, facts.b[op]!] as OpId[];
  const isEither = facts.kind[op] === OP.Boolean && facts.c[op] === 0 && isInstanceTest(asked.is);
  if (!isEither || operands.some((operand) => facts.kind[operand] !== OP.Parameter)) return undefined;
  const [first, second] = operands.map((parameter) => ({ parameter, is: asked.is, isPart: true as const }));
  return { ...first!, or: [second!] };
}

/** Of a parameter that branches set to constants which fail: what is handed on may pass all the same. */
function joinTest(facts: FileFacts, join: number, { is }: ArgumentTest): ParameterTest | undefined {
  let parameter: OpId | undefined;
  for (const input of joinedIn(facts, join, 0)) {
    if (input < 0) return undefined;
    if (facts.kind[input] === OP.Parameter) parameter = input as OpId;
    else if (facts.kind[input] !== OP.Const || typeof is === 'object') return undefined;
    else if (constantPasses(is, facts.constants[facts.a[input]!]!)) return undefined;
  }
  return parameter === undefined ? undefined : { parameter, is, isPart: true };
}

/** What a join is one of, through the joins within. */
function joinedIn(facts: FileFacts, join: number, depth: number): readonly number[] {
  return [...listOf(facts, facts.b[join]!)].flatMap((input) =>
    input >= 0 && facts.kind[input] === OP.Join && depth < DEEPEST
      ? joinedIn(facts, input, depth + 1)
      : [input],
  );
}

const DEEPEST = 4;

/** The test on a keyword that may stand in the caller's own `**kwargs`. */
function spreadTest(
  { file, index }: Activation,
  operands: Operands,
  { operand, is, default: value, isPart }: ArgumentTest,
): ParameterTest | undefined {
  const { facts } = file;
  const parameter = operands.spread;
  const place = operand.find((one) => one.startsWith('kw:'));
  if (parameter === undefined || place === undefined) return undefined;
  const name = place.slice(3);
  const position = operand.find((one) => one.startsWith('arg:'));
  // `f(*args, **kwargs)` as the function itself got them
  const isWhole = operands.star !== undefined && operands.star === facts.functions[index]!.parameters[0]?.op;
  if (operands.hasStar && position !== undefined && !isWhole) return undefined;
  const set = handedKeyword(facts, index, parameter as OpId, name);
  if (!set) return undefined;
  const keyword = {
    name,
    ...(value ? { default: value } : {}),
    ...(isWhole && position !== undefined ? { position: Number(position.slice(4)) } : {}),
  };
  const isOpen = isPart || set.some((one) => one.isPart);
  return {
    parameter: parameter as OpId,
    is,
    ...(isOpen ? { isPart: true as const } : {}),
    keyword,
    ...(set.length > 0 ? { or: set } : {}),
  };
}
