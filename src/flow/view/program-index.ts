import type { OpId } from '../../facts/ir.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { TargetMask } from '../../model/targets.ts';
import type { Guards } from '../conditions/guards.ts';
import type { EventAtOp } from '../events/collect.ts';
import type { Flow } from '../flow.ts';
import type { CallSite } from '../graph/call-sites.ts';
import type { Phases } from '../graph/phases.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { fieldValues, type Stored } from './field-values.ts';

/** What a view is made of: the solved program, and what was read off it. */
export interface Solved {
  readonly flow: Flow;
  readonly guards: Guards;
  readonly sites: readonly CallSite[];
  readonly events: readonly EventAtOp[];
  readonly phases: Phases;
  readonly targets: TargetMask;
}

/** The calls and events of a solved program, by function and by op; each index is made when it is first asked for. */
export class ProgramIndex {
  readonly solved: Solved;
  private sites: Map<FunctionId, CallSite[]> | undefined;
  private callers: Map<FunctionId, CallSite[]> | undefined;
  private raised: Map<FunctionId, EventAtOp[]> | undefined;

  private readonly fields = new Map<string, readonly Stored[]>();

  constructor(solved: Solved) {
    this.solved = solved;
  }

  get flow(): Flow {
    return this.solved.flow;
  }

  /** The calls that stand in a function, in order of its ops. */
  callsIn(id: FunctionId): readonly CallSite[] {
    this.sites ??= grouped(this.solved.sites, (site) => [site.caller]);
    return this.sites.get(id) ?? [];
  }

  /** The calls that may run a function. */
  callsOf(id: FunctionId): readonly CallSite[] {
    const { values } = this.flow.p;
    this.callers ??= grouped(this.solved.sites, ({ callees }) => [
      ...new Set(
        callees
          .filter(({ token }) => values.kind(token) === VALUE.function)
          .map(({ token }) => values.x(token) as FunctionId),
      ),
    ]);
    return this.callers.get(id) ?? [];
  }

  /** The events raised by ops of a function. */
  eventsIn(id: FunctionId): readonly EventAtOp[] {
    this.raised ??= grouped(this.solved.events, ({ activation }) => [activation.function]);
    return this.raised.get(id) ?? [];
  }

  /** What the program stores to an attribute of an object; each looked for once. */
  fieldValues(object: Token, name: string): readonly Stored[] {
    const key = `${object}.${name}`;
    let found = this.fields.get(key);
    if (!found) {
      found = fieldValues(this.flow, object, name);
      this.fields.set(key, found);
    }
    return found;
  }

  siteAt(file: ProgramFile, id: FunctionId, op: OpId): CallSite | undefined {
    return this.callsIn(id).find((site) => site.op === op && site.file === file);
  }

  /** All contexts of a function; empty where nothing runs it. */
  activationsOf(id: FunctionId): readonly Activation[] {
    return this.flow.p.activations.of(id);
  }
}

/** The items under each of their keys, in their order. */
export function grouped<T, Key>(items: readonly T[], keysOf: (item: T) => readonly Key[]): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = groups.get(key);
      if (known) known.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
