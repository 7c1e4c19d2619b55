import type { OpId, VariableId } from '../ir.ts';
import { NO_OP } from '../ir.ts';

/**
 * Which version of each variable holds at a point of the program. A branch works on a fork, so that joining costs
 * what the branches changed and not the number of names.
 */
export class FlowState {
  readonly parent: FlowState | undefined;
  readonly own = new Map<VariableId, OpId>();
  /** Control never gets here (after return, raise, break, continue). */
  dead = false;

  constructor(parent?: FlowState) {
    this.parent = parent;
  }

  fork(): FlowState {
    return new FlowState(this);
  }

  /** The version in force; NO_OP after `del`, `undefined` where nothing was written yet. */
  get(variable: VariableId): OpId | undefined {
    for (let at: FlowState | undefined = this; at; at = at.parent) {
      const op = at.own.get(variable);
      if (op !== undefined) return op;
    }
    return undefined;
  }

  set(variable: VariableId, op: OpId): void {
    this.own.set(variable, op);
  }

  delete(variable: VariableId): void {
    this.own.set(variable, NO_OP);
  }
}

/** Variables any of the states changed, in order of first change. */
export function changed(states: readonly FlowState[]): VariableId[] {
  const found = new Set<VariableId>();
  for (const state of states) for (const variable of state.own.keys()) found.add(variable);
  return [...found];
}
