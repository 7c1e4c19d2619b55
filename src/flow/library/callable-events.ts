import type { RaiserTable } from '../../model/raiser-table.ts';
import { join, meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { type ClosureRow, closureOf, farClosureOf } from '../../stdlib/closure.ts';
import { definitionsOf } from '../../stdlib/definitions.ts';
import { ancestors, libraryClass, libraryObject } from '../../stdlib/types/library.ts';
import { hubEntryCost } from '../events/hubs.ts';
import { stepsInside } from '../events/inside.ts';
import { eventsOfLeaf, nameOfLeaf } from '../events/leaves.ts';
import { wayInside } from '../events/log-calls.ts';

/** An event that a call of a library callable can raise, with its cheapest way. */
export interface CallableEvent {
  readonly event: string;
  /** Over all ways. */
  readonly targets: TargetMask;
  readonly cost: number;
  readonly edges: number;
  readonly ceiling?: 'medium';
  /** Dotted names from the callable to what raises. */
  readonly way: readonly string[];
}

/**
 * What a call of a library function, method or class can raise on the targets, arguments unknown; by the data alone.
 *
 * @returns the events by name, in its order; `undefined` for a name that nothing in the data bears
 */
export function callableEvents(
  table: RaiserTable,
  name: string,
  possible: TargetMask,
): readonly CallableEvent[] | undefined {
  const entered = enteredBy(table, name);
  if (entered.length === 0) return undefined;
  return cheapest(
    entered.flatMap((one) => [
      ...directEvents(table, one, possible),
      ...[...closureOf(one), ...farClosureOf(one)].flatMap((row) => rowEvents(table, one, row, possible)),
    ]),
  );
}

/** What a function reaches as it is defined, whatever names it has besides. */
export function definedEvents(
  table: RaiserTable,
  name: string,
  rows: readonly ClosureRow[],
  possible: TargetMask,
): readonly CallableEvent[] {
  return cheapest(rows.flatMap((row) => rowEvents(table, name, row, possible)));
}

/** The names whose calls a call of the name makes: of a class, two of its methods; none for unknown names. */
function enteredBy(table: RaiserTable, name: string): readonly string[] {
  const known = knownAs(table, name);
  const isClass = libraryObject(name)?.kind === 'class' || closureOf(`${name}.__init__`).length > 0;
  if (isClass) return [...known, `${name}.__init__`, `${name}.__new__`];
  return known;
}

function knownAs(table: RaiserTable, name: string): readonly string[] {
  const names = [name, ...(name.includes('.') ? [] : [`builtins.${name}`])];
  return names.filter(
    (one) =>
      closureOf(one).length > 0 || libraryObject(one) !== undefined || raisersOf(table, one).length > 0,
  );
}

const canonical = (table: RaiserTable, name: string): string => table.canonical.get(name) ?? name;

/** Raisers of a callable by any of its names; of a method also those of the classes that it comes from. */
function raisersOf(table: RaiserTable, name: string) {
  const names = new Set([name, ...definitionsOf(name).keys()].map((one) => canonical(table, one)));
  const dot = name.lastIndexOf('.');
  const type = dot > 0 ? libraryClass(name.slice(0, dot)) : undefined;
  for (const { class: base } of type ? ancestors(type) : []) {
    names.add(canonical(table, `${base.name}.${name.slice(dot + 1)}`));
  }
  return [...names].flatMap((one) => table.calls.get(one) ?? []);
}

function directEvents(table: RaiserTable, name: string, possible: TargetMask): CallableEvent[] {
  return raisersOf(table, name).flatMap(({ event, targets, when, exhaustive }) => {
    const shared = meet(targets, possible);
    if (shared === NO_TARGETS) return [];
    const cost = exhaustive ? 0 : when.length;
    return [{ event: table.rules[event]!.event, targets: shared, cost, edges: 1, way: [name] }];
  });
}

function rowEvents(table: RaiserTable, name: string, row: ClosureRow, possible: TargetMask): CallableEvent[] {
  return eventsOfLeaf(table, row.leaf).flatMap(({ event, targets, isImport }) => {
    const shared = meet(meet(row.targets, targets), possible);
    if (shared === NO_TARGETS) return [];
    const inside = stepsInside(name, row, shared).map((step) => step.name);
    const { cost, edges } = wayInside(name, row);
    return [
      {
        event: 'id' in event ? table.rules[event.id]!.event : event.custom,
        targets: shared,
        cost: cost + hubEntryCost(name),
        edges: edges + 1,
        ...(isImport ? { ceiling: 'medium' as const } : {}),
        way: [...inside, nameOfLeaf(row.leaf)],
      },
    ];
  });
}

/** One for each event: the cheapest, then the shortest way; targets of all. */
function cheapest(all: readonly CallableEvent[]): CallableEvent[] {
  const best = new Map<string, CallableEvent>();
  for (const one of all) {
    const known = best.get(one.event);
    if (!known) {
      best.set(one.event, one);
      continue;
    }
    const better = one.cost - known.cost || one.edges - known.edges;
    best.set(one.event, {
      ...(better < 0 ? one : known),
      targets: join(known.targets, one.targets),
    });
  }
  return [...best.values()].sort((a, b) => (a.event < b.event ? -1 : 1));
}
