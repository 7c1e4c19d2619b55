import type { OpId } from '../../facts/ir.ts';
import type { FunctionId } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';
import type { ProgramIndex } from './program-index.ts';

/** The functions that the value of an op may be, in every context of the function that it stands in. */
export function functionsAt(index: ProgramIndex, inside: FunctionId, op: OpId): readonly FunctionId[] {
  const { p } = index.flow;
  const ids = new Set<FunctionId>();
  for (const activation of index.activationsOf(inside)) {
    for (const token of p.solver.at(p.node(activation, op))) {
      for (const id of functionsBehind(index, token)) ids.add(id);
    }
  }
  return [...ids];
}

/** The functions that a value stands for, where the value says so itself. */
function functionsBehind(index: ProgramIndex, token: Token): readonly FunctionId[] {
  const { values, solver } = index.flow.p;
  switch (values.kind(token)) {
    case VALUE.function:
      return [values.x(token) as FunctionId];
    case VALUE.boundMethod:
      return functionsBehind(index, values.x(token) as Token);
    case VALUE.wrapper:
      return isAround(values.y(token))
        ? [...solver.at(values.x(token) as Node)]
            .filter((inner) => values.kind(inner) === VALUE.function)
            .map((inner) => values.x(inner) as FunctionId)
        : [];
    default:
      return [];
  }
}

/** Whether a wrapper holds the node of a function. */
const isAround = (wrapper: number): boolean =>
  wrapper === WRAPPER.staticMethod ||
  wrapper === WRAPPER.classMethod ||
  wrapper === WRAPPER.property ||
  wrapper === WRAPPER.cachedProperty;
