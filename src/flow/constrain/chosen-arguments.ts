import { OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import type { Token } from '../solve/values.ts';
import { nodeUnder } from './narrowing.ts';
import { choiceOf } from './type-tests.ts';

/**
 * An argument of `(A if iscoroutinefunction(f) else B)(f)`, as the callee that a test of it chose gets it: A what passes
 * the test, B the rest.
 */
export function chosenArgument(
  f: Flow,
  activation: Activation,
  call: OpId,
  callee: Token,
  operand: number,
): Node | undefined {
  const { facts } = activation.file;
  const join = facts.a[call]!;
  const choice = facts.kind[join] === OP.Join ? choiceOf(facts, join) : undefined;
  if (choice?.subject !== operand) return undefined;
  const inputs = listOf(facts, facts.b[join]!);
  const from = inputs.filter((input) => f.p.solver.at(f.p.node(activation, input as OpId)).includes(callee));
  return from.length === 1 ? nodeUnder(f, activation, facts.guard[from[0]!]!, operand) : undefined;
}
