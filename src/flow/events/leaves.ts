import type { CompiledRaiser, EventId, RaiserTable } from '../../model/raiser-table.ts';
import { ALL_TARGETS, type TargetMask } from '../../model/targets.ts';
import type { EventAtOp } from './collect.ts';

/**
 * Leaves of summaries: names of what raises, never of events, so that a table that says more tomorrow is asked anew.
 * `call:os.open`, `get:types.FrameType.f_code`, `import`, `sys.audit:shutil.copyfile`; `#1` behind an API that has
 * several events tells which.
 */
export type Leaf = string;

const IMPORT = 'import';
const AUDIT = 'sys.audit:';

/** The leaf behind an event; `undefined` for `sys.audit` with a name that is not constant. */
export function leafOf(table: RaiserTable, event: EventAtOp): Leaf | undefined {
  if (event.leaf !== undefined) return event.leaf;
  if (event.raiser) return leafOfRaiser(table, event.raiser);
  if ('custom' in event.event) {
    return event.event.custom === undefined ? undefined : AUDIT + event.event.custom;
  }
  return event.api === IMPORT ? IMPORT : AUDIT + table.rules[event.event.id]!.event;
}

function leafOfRaiser(table: RaiserTable, { raiser, event }: CompiledRaiser): Leaf | undefined {
  if (!('api' in raiser)) return undefined;
  const name = `${raiser.kind}:${raiser.api}`;
  const events = eventsOf(table, name);
  return events.length > 1 ? `${name}#${events.indexOf(event)}` : name;
}

/** The events of an API, in order of the table's rules. */
function eventsOf(table: RaiserTable, name: string): EventId[] {
  return [...new Set(rowsOf(table, name).map(({ event }) => event))].sort((a, b) => a - b);
}

function rowsOf(table: RaiserTable, name: string): readonly CompiledRaiser[] {
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon);
  const api = name.slice(colon + 1);
  if (kind === 'call') return table.calls.get(api) ?? [];
  const attribute = api.slice(api.lastIndexOf('.') + 1);
  return (table.attributes.get(attribute) ?? []).filter(
    ({ raiser }) => raiser.kind === kind && 'api' in raiser && raiser.api === api,
  );
}

/** An event that a leaf raises, and where. */
export interface LeafEvent {
  readonly event: { readonly id: EventId } | { readonly custom: string };
  readonly targets: TargetMask;
  readonly isImport?: true;
}

/** A leaf as people know it: the API's name. */
export function nameOfLeaf(leaf: Leaf): string {
  if (leaf.startsWith(AUDIT)) return 'sys.audit';
  return leaf.slice(leaf.indexOf(':') + 1).split('#', 1)[0]!;
}

const eventsByTable = new WeakMap<RaiserTable, Map<Leaf, readonly LeafEvent[]>>();

/** What the table says of a leaf; empty where it no longer knows it. Looked for once: many functions share a leaf. */
export function eventsOfLeaf(table: RaiserTable, leaf: Leaf): readonly LeafEvent[] {
  let byLeaf = eventsByTable.get(table);
  if (!byLeaf) {
    byLeaf = new Map();
    eventsByTable.set(table, byLeaf);
  }
  let events = byLeaf.get(leaf);
  if (!events) {
    events = foundEvents(table, leaf);
    byLeaf.set(leaf, events);
  }
  return events;
}

function foundEvents(table: RaiserTable, leaf: Leaf): readonly LeafEvent[] {
  if (leaf === IMPORT) {
    return table.imports.map(({ event, targets }) => ({ event: { id: event }, targets, isImport: true }));
  }
  if (leaf.startsWith(AUDIT)) {
    const name = leaf.slice(AUDIT.length);
    const id = table.eventIds.get(name);
    return [{ event: id === undefined ? { custom: name } : { id }, targets: ALL_TARGETS }];
  }
  const [name = '', which] = leaf.split('#');
  const wanted = which === undefined ? undefined : eventsOf(table, name)[Number(which)];
  return rowsOf(table, name)
    .filter(({ event }) => wanted === undefined || event === wanted)
    .map(({ event, targets }) => ({ event: { id: event }, targets }));
}
