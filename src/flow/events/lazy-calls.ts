import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { takesValue } from '../../facts/operands.ts';
import { functionOf } from '../../facts/read-facts.ts';
import { ALL_TARGETS, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { GENERATOR_NAMES, GENERATORS, type Lazy } from '../../stdlib/models/generators.ts';
import { ancestors, libraryClass } from '../../stdlib/types/library.ts';
import type { Activation } from '../solve/activations.ts';

/** Where the work of a library call stands: at which op, on which targets, and as a call of what. */
export interface WorkPlace {
  readonly op: OpId;
  readonly targets: TargetMask;
  /** Absent: what is called. */
  readonly callee?: string;
}

/**
 * Where a library generator works: at the loops over what the call gives, at nothing if nobody takes it. Where it goes
 * anywhere else (`list(os.walk(d))`, a list, a return) the call stands for the place; errs toward too early.
 */
export function workPlaces(activation: Activation, op: OpId, dotted: string): readonly WorkPlace[] {
  const lazy = lazyCall(dotted);
  if (!lazy) return [{ op, targets: ALL_TARGETS }];
  const { facts } = activation.file;
  if (facts.kind[op] !== OP.Call) return [{ op, targets: ALL_TARGETS }];
  const places = takers(activation, op);
  const eager = (ALL_TARGETS & ~lazy.targets) as TargetMask;
  const { returns } = lazy;
  return [
    ...(eager === NO_TARGETS ? [] : [{ op, targets: eager }]),
    ...places.flatMap((place): WorkPlace[] => [
      { op: place, targets: lazy.targets },
      ...(returns === undefined || eager === NO_TARGETS
        ? []
        : [{ op: place, targets: eager, callee: returns }]),
    ]),
  ];
}

function lazyCall(dotted: string): Lazy | undefined {
  const dot = dotted.lastIndexOf('.');
  const name = dotted.slice(dot + 1);
  if (dot < 0 || !GENERATOR_NAMES.has(name)) return undefined;
  const own = GENERATORS.get(dotted);
  const type = own ? undefined : libraryClass(dotted.slice(0, dot));
  if (!type) return own;
  for (const { class: base } of ancestors(type)) {
    const found = GENERATORS.get(`${base.name}.${name}`);
    if (found) return found;
    if (base.own(name)) return undefined;
  }
  return undefined;
}

/** The loops that take a value, or the op that makes it where something else may. */
function takers({ file: { facts } }: Activation, value: OpId): readonly OpId[] {
  const { start, end } = facts.functions[functionOf(facts, value)]!;
  const found: OpId[] = [];
  let isStored = false;
  for (let op = start; op < end; op++) {
    if (!takesValue(facts, op, value)) continue;
    if (facts.kind[op] === OP.StoreVariable && !isLoaded(facts, facts.a[op]!)) isStored = true;
    else if (facts.kind[op] === OP.Iterate || facts.kind[op] === OP.YieldFrom) found.push(op as OpId);
    else return [value];
  }
  return isStored && found.length === 0 ? [value] : found;
}

/** Whether a function reads a variable that another scope, or another way through this one, has set. */
const isLoaded = ({ kind, a }: FileFacts, variable: number): boolean =>
  kind.some((one, op) => one === OP.LoadVariable && a[op] === variable);
