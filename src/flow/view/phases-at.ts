import type { OpId } from '../../facts/ir.ts';
import type { Phase } from '../../model/finding.ts';
import type { FunctionId } from '../solve/activations.ts';
import type { ProgramIndex } from './program-index.ts';

/** The phases in which an op of a function can run; none where nothing runs it. */
export function phasesAt(
  { flow, solved }: Pick<ProgramIndex, 'flow' | 'solved'>,
  id: FunctionId,
  op: OpId,
): readonly Phase[] {
  const [activation] = flow.p.activations.of(id);
  return activation ? solved.phases.at(activation, op) : [];
}
