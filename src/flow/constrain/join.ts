import { OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { truthOf } from '../conditions/outlines.ts';
import type { Flow } from '../flow.ts';
import { joined } from '../library/accelerators.ts';
import type { Activation } from '../solve/activations.ts';
import { FALLBACK } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { answer, narrow } from './narrowing.ts';
import { ASKS, choiceOf, type TypeTest, testsBeforeJoin } from './type-tests.ts';

/** Values that meet behind branches. */
export function constrainJoin(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const result = f.p.node(activation, op);
  const choice = choiceOf(facts, op);
  const inputs = listOf(facts, facts.b[op]!);
  const decided = decidedInput(f, activation, op);
  if (decided >= 0) return f.p.solver.flow(f.p.node(activation, decided as OpId), result);
  if (choice?.asks === ASKS.coroutineFunction) return choose(f, activation, choice, inputs, result);
  for (const input of joined(f, activation, op)) {
    const node = f.p.node(activation, input as OpId);
    const tests = input < 0 ? [] : testsBeforeJoin(facts, op, input);
    if (tests.length > 0) narrow(f, activation, node, tests, result);
    else f.p.solver.flow(node, result);
  }
}

/** The value of a conditional expression that the call has decided; -1: any. */
function decidedInput(f: Flow, { id, file }: Activation, op: OpId): number {
  const condition = file.facts.a[op]! - 1;
  if (condition < 0) return -1;
  const { facts } = file;
  const [first, second] = listOf(facts, facts.b[op]!);
  if (facts.kind[condition] === OP.Const) {
    const truth = truthOf(facts.constants[facts.a[condition]!]);
    if (truth !== undefined) return truth ? first! : second!;
  }
  const dead = f.decisions.deadIn(id);
  if (!dead) return -1;
  const { guards } = facts;
  for (const guard of dead)
    if (guards[guard]!.condition === condition) return guards[guard]!.when ? second! : first!;
  return -1;
}

/**
 * `A if iscoroutinefunction(f) else B`: what f is decides; either where nothing is known of it. Most functions are no
 * coroutine functions: of one that a call in sight passes, and that is not known, the second is taken.
 */
function choose(
  f: Flow,
  activation: Activation,
  test: TypeTest,
  [first, second]: readonly number[],
  result: Node,
): void {
  const { solver } = f.p;
  const subject = f.p.node(activation, test.subject);
  const whenTrue = f.p.node(activation, first as OpId);
  const whenFalse = f.p.node(activation, second as OpId);
  solver.on(subject, (token) => {
    const passes = answer(f, activation, token, test);
    if (passes === undefined || passes === test.holds) solver.flow(whenTrue, result);
    if (passes === undefined || passes !== test.holds) solver.flow(whenFalse, result);
  });
  f.p.whenEmpty(subject, FALLBACK.result, () => {
    if (activation.context < 0) solver.flow(whenTrue, result);
    solver.flow(whenFalse, result);
  });
}
