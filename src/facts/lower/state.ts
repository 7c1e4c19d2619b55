import type { OpId, VariableId } from '../ir.ts';
import { NO_OP } from '../ir.ts';

/**
 * Which version of each variable holds at a point of the program. A branch works on a fork, so that joining costs
 * what the branches changed and not the number of names.
 */
export class FlowState {
  readonly parent: FlowState | undefined;
  own: Map<VariableId, OpId> | undefined;
  /** Versions of containers whose contents are known; see `known-contents.ts`. */
  displays: Map<OpId, number> | undefined;
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
      const op = at.own?.get(variable);
      if (op !== undefined) return op;
    }
    return undefined;
  }

  set(variable: VariableId, op: OpId): void {
    this.own ??= new Map();
    this.own.set(variable, op);
  }

  /** The version of a container, or what `frozen` made of it. */
  display(container: OpId): number | undefined {
    for (let at: FlowState | undefined = this; at; at = at.parent) {
      const version = at.displays?.get(container);
      if (version !== undefined) return version;
    }
    return undefined;
  }

  setDisplay(container: OpId, version: number): void {
    this.displays ??= new Map();
    this.displays.set(container, version);
  }

  /** The op that stands for a value: of a container whose contents are known its version in force. */
  current(op: OpId | undefined): OpId | undefined {
    const version = op === undefined || op < 0 ? undefined : this.display(op);
    return version === undefined ? op : versionOf(version);
  }

  delete(variable: VariableId): void {
    this.set(variable, NO_OP);
  }
}

/** Variables any of the states changed, in order of first change. */
export function changed(states: readonly FlowState[]): VariableId[] {
  const writers = states.filter(({ own }) => own);
  if (writers.length === 0) return [];
  if (writers.length === 1) return [...writers[0]!.own!.keys()];
  const found = new Set<VariableId>();
  for (const { own } of writers) for (const variable of own!.keys()) found.add(variable);
  return [...found];
}

/** A version that is the object from now on: the container may be changed by others. */
export const frozen = (op: OpId): number => -2 - op;
export const isFrozen = (version: number): boolean => version < 0;
export const versionOf = (version: number): OpId => (version < 0 ? -2 - version : version) as OpId;
