import { NO_OP, type OpId, PARAMETER } from '../../facts/ir.ts';
import { functionOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import { operandsOf } from './call-operands.ts';
import type { ProgramIndex } from './program-index.ts';

/** The function that an op stands in. */
export function functionIdOf({ flow }: ProgramIndex, file: ProgramFile, op: OpId): FunctionId {
  return flow.p.activations.functionId(file, functionOf(file.facts, op));
}

/**
 * The ops that a call passes to a parameter, by position or by name; of `*args` and `**kwargs` all that may be in it.
 * None where the default holds. What stands behind a `*` of the call is not told apart: errs toward none.
 */
export function passedTo(
  index: ProgramIndex,
  callee: FunctionId,
  parameter: number,
  file: ProgramFile,
  call: OpId,
): readonly OpId[] {
  const { name, kind } = index.flow.p.activations.facts(callee).parameters[parameter]!;
  const { positional, named } = operandsOf(file, call);
  const at = parameter - (isBound(index, callee, file, call) ? 1 : 0);
  if (kind === PARAMETER.star || kind === PARAMETER.doubleStar) {
    return [...positional.slice(Math.max(at, 0)), ...named.values()];
  }
  const passed = positional[at] ?? named.get(name) ?? NO_OP;
  return passed === NO_OP ? [] : [passed];
}

/** A method called on an object: its first parameter is no argument of the call. */
function isBound(index: ProgramIndex, callee: FunctionId, file: ProgramFile, call: OpId): boolean {
  const { p } = index.flow;
  if (p.activations.facts(callee).owner < 0) return false;
  const called = file.facts.a[call]! as OpId;
  return p.activations
    .of(functionIdOf(index, file, call))
    .some((each) =>
      p.solver.at(p.node(each, called)).some((token) => p.values.kind(token) !== VALUE.function),
    );
}
