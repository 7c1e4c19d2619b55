import { edgeConfidence } from '../../model/confidence.ts';
import type { PlaceView, ReachedEventView } from '../../model/program-view.ts';
import { costOf, type EventAtOp } from '../events/collect.ts';
import type { CallSite } from '../graph/call-sites.ts';
import { callableEvents } from '../library/callable-events.ts';
import { phasesAt } from './phases-at.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';
import { eventName } from './reached.ts';

/** A callable of the library among the callees of a call. */
export interface LibraryCallee {
  readonly site: CallSite;
  readonly names: readonly string[];
  /** Of its being called; not counted again. */
  readonly cost: number;
  /** The arguments of the call are its own. */
  readonly isDirect: boolean;
}

/**
 * What running a callable of the library at a call can raise. What the call names gets its arguments, and raises what
 * the analysis finds there; of what is run in turn the arguments are unknown, and all that it can raise counts. Where a
 * call runs several that raise one event, the cheapest way to it counts for each.
 */
export function libraryEvents(index: ProgramIndex, callee: LibraryCallee): readonly ReachedEventView[] {
  const { site, names } = callee;
  const place = placeOf(site.file, site.op);
  const byData = eventsByData(index, names, place, site);
  if (!callee.isDirect) return byData;
  const possible = new Set(byData.map(({ event }) => event));
  const isOnly = site.callees.length === 1;
  return index
    .eventsIn(site.caller)
    .filter((event) => event.op === site.op)
    .filter((event) => isOnly || possible.has(eventName(index, event)))
    .map((event) => eventHere(index, event, callee, place))
    .sort((left, right) => (left.event < right.event ? -1 : 1));
}

/** By the data of the library alone, arguments unknown. */
function eventsByData(
  { flow, solved }: ProgramIndex,
  [name = '']: readonly string[],
  place: PlaceView,
  { caller, op }: CallSite,
): readonly ReachedEventView[] {
  const phases = phasesAt({ flow, solved }, caller, op);
  return (callableEvents(flow.p.table, name, solved.targets) ?? []).map(({ event, cost, way }) => ({
    event,
    confidence: edgeConfidence(cost),
    isUnconditional: true,
    phases,
    ...steps(way[0] === name ? way : [name, ...way]),
    place,
  }));
}

function eventHere(
  index: ProgramIndex,
  event: EventAtOp,
  { site, names, cost }: LibraryCallee,
  place: PlaceView,
): ReachedEventView {
  const way = [...(event.through?.() ?? []).map(({ name }) => name), event.api];
  return {
    event: eventName(index, event),
    confidence: edgeConfidence(Math.max(0, costOf(event.costs) - cost)),
    isUnconditional: true,
    phases: phasesAt(index, site.caller, site.op),
    ...steps(names.includes(way[0]!) ? way : [names[0]!, ...way]),
    place,
  };
}

const steps = (way: readonly string[]): Pick<ReachedEventView, 'through' | 'witness'> => ({
  through: way,
  witness: way.map((name) => ({ name })),
});
