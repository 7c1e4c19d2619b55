import type { OpId } from '../../facts/ir.ts';
import type { CostPart, WitnessStep } from '../../model/finding.ts';
import { meet, NO_TARGETS } from '../../model/targets.ts';
import { type ClosureRow, closureOf } from '../../stdlib/closure.ts';
import { isClassName } from '../library/library.ts';
import type { Activation } from '../solve/activations.ts';
import type { Collector } from './collect.ts';
import { hubEntryCost } from './hubs.ts';
import { eventsOfLeaf, nameOfLeaf } from './leaves.ts';

/** The most steps of the library that a witness shows. */
const STEPS = 12;

/** Events that a call raises inside the standard library, as its closure says. */
export function libraryEvents(
  collector: Collector,
  activation: Activation,
  op: OpId,
  dotted: string,
  costs: readonly CostPart[],
): void {
  const hub = hubEntryCost(dotted);
  const all: readonly CostPart[] = hub > 0 ? [...costs, { cost: hub, cause: 'inside-library' }] : costs;
  for (const name of entered(collector, dotted)) {
    for (const row of closureOf(name)) rowEvents(collector, activation, op, { name, row }, all);
  }
}

/** What a call of a library callable enters: creating an instance runs two methods of its class. */
function entered(collector: Collector, dotted: string): readonly string[] {
  const made = `${dotted}.__init__`;
  const isClass = closureOf(made).length > 0 || isClassName(collector.f, dotted);
  return isClass ? [made, `${dotted}.__new__`] : [dotted];
}

interface Found {
  readonly name: string;
  readonly row: ClosureRow;
}

function rowEvents(
  collector: Collector,
  activation: Activation,
  op: OpId,
  { name, row }: Found,
  costs: readonly CostPart[],
): void {
  const possible = meet(collector.at(activation, op), row.targets);
  if (possible === NO_TARGETS) return;
  const { table } = collector.f.p;
  for (const { event, targets, isImport } of eventsOfLeaf(table, row.leaf)) {
    const shared = meet(possible, targets);
    if (shared === NO_TARGETS) continue;
    const names = 'id' in event ? table.rules[event.id]!.arguments : [];
    collector.add({
      activation,
      op,
      event,
      targets: shared,
      costs: row.cost > 0 ? [...costs, { cost: row.cost, cause: 'inside-library' }] : costs,
      ...(isImport ? { ceiling: 'medium' as const } : {}),
      edges: row.edges + 1,
      provenance: 'stdlib',
      arguments: names.map(({ name: argument }) => [argument, { kind: 'unknown', reason: 'computed' }]),
      api: nameOfLeaf(row.leaf),
      through: () => steps(name, row),
    });
  }
}

/** The functions of the library on the way to a leaf. */
function steps(name: string, first: ClosureRow): WitnessStep[] {
  const found: WitnessStep[] = [{ name }];
  for (let row: ClosureRow | undefined = first; row?.next !== undefined && found.length < STEPS; ) {
    const { next, leaf, targets }: ClosureRow = row;
    found.push({ name: next! });
    row = closureOf(next!).find((one) => one.leaf === leaf && meet(one.targets, targets) !== NO_TARGETS);
  }
  return found;
}
