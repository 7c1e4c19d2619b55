import { GUARD, OP, type OpId } from '../../facts/ir.ts';
import { functionOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import { type Given, GivenTexts } from './given-texts.ts';
import type { ProgramIndex } from './program-index.ts';

/** Whether an op runs when its function does. */
export type Runs = 'always' | 'maybe' | 'never';

/** Which ops of a function run, as far as its conditions and ends tell; exceptions of what it calls aside. */
export class Course {
  readonly texts: GivenTexts;

  constructor(index: ProgramIndex) {
    this.texts = new GivenTexts(index);
  }

  /** Whether an op runs whenever its function does, or, by what is given of parameters, never. */
  runs(file: ProgramFile, op: number, given: Given): Runs {
    const own = this.guarded(file, op, given);
    return own === 'always' && this.mayHaveEnded(file, op, given) ? 'maybe' : own;
  }

  private guarded(file: ProgramFile, op: number, given: Given): Runs {
    const { facts } = file;
    let runs: Runs = 'always';
    for (let at = facts.guard[op]!; at !== 0; at = facts.guards[at]!.parent) {
      const { kind, condition, when } = facts.guards[at]!;
      if (kind === GUARD.annotation) continue;
      const holds = kind === GUARD.test ? this.texts.holds(file, condition, given) : undefined;
      if (holds === !when) return 'never';
      if (holds === undefined) runs = 'maybe';
    }
    return runs;
  }

  /** A `return` or `raise` before the op may have ended the function. */
  private mayHaveEnded(file: ProgramFile, op: number, given: Given): boolean {
    const { facts } = file;
    for (let before = facts.functions[functionOf(facts, op as OpId)]!.start; before < op; before++) {
      const kind = facts.kind[before];
      if (kind !== OP.Return && kind !== OP.Raise) continue;
      const runs = this.guarded(file, before, given);
      const isHandled = kind === OP.Raise && facts.b[before] === 1;
      if (runs === 'maybe' || (runs === 'always' && !isHandled)) return true;
    }
    return false;
  }
}

/** Whether a handler stands behind an op in its function: it may be around it. Errs toward calling an op handled. */
export function mayBeHandled({ facts }: ProgramFile, op: OpId): boolean {
  const { end } = facts.functions[functionOf(facts, op)]!;
  for (let after = op + 1; after < end; after++) {
    for (let at = facts.guard[after]!; at !== 0; at = facts.guards[at]!.parent) {
      if (facts.guards[at]!.kind === GUARD.handler) return true;
    }
  }
  return false;
}
