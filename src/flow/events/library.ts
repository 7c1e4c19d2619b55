import { OP, type OpId } from '../../facts/ir.ts';
import type { CostPart, Span } from '../../model/finding.ts';
import { ALL_TARGETS, meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { type ClosureRow, closureOf } from '../../stdlib/closure.ts';
import { isClassName } from '../library/library.ts';
import { metaclassOf } from '../library/metaclasses.ts';
import type { Activation } from '../solve/activations.ts';
import type { Collector } from './collect.ts';
import { hubEntryCost } from './hubs.ts';
import { stepsInside } from './inside.ts';
import { eventsOfLeaf, nameOfLeaf } from './leaves.ts';
import { wayInside } from './log-calls.ts';
import type { Operands } from './operands.ts';
import { argumentsOf, costAtCall } from './row-tests.ts';

/**
 * Ways through an improbable place of the library (a handler, an element of a container, one of many candidates, a hub:
 * 10 each) and several conditions, or through two such places, are no findings: of a hundred of them one was seen to
 * happen. `events --for` tells them all the same.
 */
const FAR_FETCHED = 15;

/** Events that a call raises inside the standard library, as its closure says. */
export function libraryEvents(
  collector: Collector,
  activation: Activation,
  op: OpId,
  dotted: string,
  costs: readonly CostPart[],
  entry: Entry = {},
): void {
  const hub = hubEntryCost(dotted);
  const all: readonly CostPart[] = hub > 0 ? [...costs, { cost: hub, cause: 'inside-library' }] : costs;
  let operands: Operands | undefined;
  for (const name of namesEntered(collector, activation, op, dotted)) {
    for (const row of closureOf(name)) {
      if (row.tests && entry.through === undefined) {
        operands ??= argumentsOf(collector.f, activation, op, dotted);
      }
      const cost = costAtCall(row, operands);
      if (cost !== undefined) rowEvents(collector, activation, op, { name, row, cost, entry }, all);
    }
  }
}

/** What a call of a library callable enters: creating an instance runs two methods of its class, and one of its metaclass. */
function entered(collector: Collector, dotted: string): readonly string[] {
  const made = `${dotted}.__init__`;
  const isClass = closureOf(made).length > 0 || isClassName(collector.f, dotted);
  if (!isClass) return [dotted];
  const metaclass = metaclassOf(dotted)?.metaclass;
  return [made, `${dotted}.__new__`, ...(metaclass ? [`${metaclass}.__call__`] : [])];
}

/** The same at one op: what is written like a class may be a function, as `typing.NamedTuple` is. */
function namesEntered(
  collector: Collector,
  activation: Activation,
  op: OpId,
  dotted: string,
): readonly string[] {
  const names = collector.enteredBy(dotted, () => entered(collector, dotted));
  const isFunction = !names.includes(dotted) && closureOf(dotted).length > 0;
  return isFunction && isNamed(collector, activation, op, dotted) ? [dotted, ...names] : names;
}

/** Whether an op calls the library's object itself, and not as a base of what it calls. */
function isNamed({ f }: Collector, activation: Activation, op: OpId, dotted: string): boolean {
  const { facts } = activation.file;
  if (facts.kind[op] !== OP.Call) return false;
  const called = f.p.solver.at(f.p.node(activation, facts.a[op] as OpId));
  return called.includes(f.p.library(dotted));
}

/** How the program comes to a callable of the library, where it does not name it. */
export interface Entry {
  readonly ceiling?: 'medium';
  /** The function of the library between the site and the callable. */
  readonly through?: string;
  /** Where it comes there; absent: everywhere. */
  readonly targets?: TargetMask;
  /** Where the finding points, if not where the op does. */
  readonly at?: Span;
  /** The callable is the body of a module that the op imports. */
  readonly ofBody?: true;
}

interface Found {
  readonly name: string;
  readonly entry: Entry;
  readonly row: ClosureRow;
  /** What the row costs at this call; absent: what it says. */
  readonly cost?: number;
}

/** The events of one row of a callable of the library, or of a module's body. */
export function rowEvents(
  collector: Collector,
  activation: Activation,
  op: OpId,
  { name, row, cost = row.cost, entry: { ceiling, through, targets: on = ALL_TARGETS, at, ofBody } }: Found,
  costs: readonly CostPart[],
): void {
  const { cost: inside, edges } = wayInside(name, row, cost);
  if (inside + hubEntryCost(name) >= FAR_FETCHED) return;
  const possible = meet(meet(collector.at(activation, op), row.targets), on);
  if (possible === NO_TARGETS) return;
  const { table } = collector.f.p;
  for (const { event, targets, isImport } of eventsOfLeaf(table, row.leaf)) {
    const shared = meet(possible, targets);
    if (shared === NO_TARGETS) continue;
    const names = 'id' in event ? table.rules[event.id]!.arguments : [];
    collector.add({
      activation,
      op,
      ...(at ? { at } : {}),
      ...(ofBody ? { ofBody } : {}),
      event,
      targets: shared,
      costs: inside > 0 ? [...costs, { cost: inside, cause: 'inside-library' }] : costs,
      ...(isImport || ceiling ? { ceiling: 'medium' as const } : {}),
      edges: edges + 1,
      provenance: 'stdlib',
      arguments: names.map(({ name: argument }) => [argument, { kind: 'unknown', reason: 'computed' }]),
      api: nameOfLeaf(row.leaf),
      leaf: row.leaf,
      through: () => [...(through ? [{ name: through }] : []), ...stepsInside(name, row, shared)],
    });
  }
}
