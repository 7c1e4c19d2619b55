import { GUARD, OP, type OpId } from '../../facts/ir.ts';
import { functionOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import { edgeConfidence } from '../../model/confidence.ts';
import type { ReachedEventView } from '../../model/program-view.ts';
import { costOf, type EventAtOp } from '../events/collect.ts';
import { functionName } from '../graph/callee-names.ts';
import type { FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';

interface Way {
  readonly cost: number;
  /** It is taken whenever the function at its beginning runs. */
  readonly isSure: boolean;
  readonly from: FunctionId | undefined;
}

/** Everything a function can raise, itself or through the calls it makes; each event by its cheapest way. */
export function reachedEvents(index: ProgramIndex, start: FunctionId): readonly ReachedEventView[] {
  const ways = waysFrom(index, start);
  const best = new Map<string, { event: EventAtOp; cost: number; isSure: boolean; in: FunctionId }>();
  for (const [id, way] of ways) {
    for (const event of index.eventsIn(id)) {
      const name = eventName(index, event);
      const cost = way.cost + costOf(event.costs);
      const isSure = way.isSure && isUnconditional(event.activation.file, event.op);
      const known = best.get(name);
      if (known === undefined || isBetter({ cost, isSure }, known))
        best.set(name, { event, cost, isSure, in: id });
    }
  }
  return [...best]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, { event, cost, isSure, in: id }]) => ({
      event: name,
      confidence: edgeConfidence(cost),
      isUnconditional: isSure,
      through: [...chain(index, ways, id), event.api],
      place: placeOf(event.activation.file, event.op),
    }));
}

const isBetter = (way: Omit<Way, 'from'>, than: Omit<Way, 'from'>): boolean =>
  way.cost < than.cost || (way.cost === than.cost && way.isSure && !than.isSure);

/** No condition or handler is around the op, and nothing before it in its function may have ended the function. */
function isUnconditional({ facts }: ProgramFile, op: OpId): boolean {
  const isGuarded = (other: number) => {
    for (let at = facts.guard[other]!; at !== 0; at = facts.guards[at]!.parent) {
      if (facts.guards[at]!.kind !== GUARD.annotation) return true;
    }
    return false;
  };
  if (isGuarded(op)) return false;
  for (let before = facts.functions[functionOf(facts, op)]!.start; before < op; before++) {
    const kind = facts.kind[before];
    if ((kind === OP.Return || kind === OP.Raise) && isGuarded(before)) return false;
  }
  return true;
}

/** Cheapest ways to the functions that calls lead to, in rounds: the first way of its cost is the shortest. */
function waysFrom(index: ProgramIndex, start: FunctionId): ReadonlyMap<FunctionId, Way> {
  const { values } = index.flow.p;
  const ways = new Map<FunctionId, Way>([[start, { cost: 0, isSure: true, from: undefined }]]);
  let round: readonly FunctionId[] = [start];
  while (round.length > 0) {
    const next = new Set<FunctionId>();
    for (const id of round) {
      const before = ways.get(id)!;
      for (const { file, op, callees } of index.callsIn(id)) {
        const isSure = before.isSure && isUnconditional(file, op);
        for (const callee of callees) {
          if (values.kind(callee.token) !== VALUE.function) continue;
          const to = values.x(callee.token) as FunctionId;
          const way = { cost: before.cost + callee.cost, isSure, from: id };
          const known = ways.get(to);
          if (known !== undefined && !isBetter(way, known)) continue;
          ways.set(to, way);
          next.add(to);
        }
      }
    }
    round = [...next];
  }
  return ways;
}

function chain(index: ProgramIndex, ways: ReadonlyMap<FunctionId, Way>, end: FunctionId): string[] {
  const names: string[] = [];
  for (let at: FunctionId | undefined = end; at !== undefined; at = ways.get(at)!.from) {
    names.push(functionName(index.flow, at));
  }
  return names.reverse();
}

function eventName(index: ProgramIndex, { event }: EventAtOp): string {
  if ('id' in event) return index.flow.p.table.rules[event.id]!.event;
  return event.custom ?? '?';
}
