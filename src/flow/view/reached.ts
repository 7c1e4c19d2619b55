import type { OpId } from '../../facts/ir.ts';
import { edgeConfidence } from '../../model/confidence.ts';
import type { Phase, WitnessStep } from '../../model/finding.ts';
import type { ReachedEventView, ReachOptions } from '../../model/program-view.ts';
import { costOf, type EventAtOp } from '../events/collect.ts';
import { functionName } from '../graph/callee-names.ts';
import type { FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import { Course } from './course.ts';
import { type Given, NOTHING_GIVEN } from './given-texts.ts';
import { phasesAt } from './phases-at.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';

interface Way {
  readonly id: FunctionId;
  /** What is given of the parameters of its function. */
  readonly given: Given;
  readonly cost: number;
  /** It is taken whenever the function at its beginning runs. */
  readonly isSure: boolean;
  readonly from: Way | undefined;
  /** Where that one calls this function: UTF-16 offset in its file. */
  readonly offset: number;
  /** Those of the place where the way leaves the function at its beginning; absent there. */
  readonly phases: readonly Phase[] | undefined;
}

interface Reached {
  readonly event: EventAtOp;
  readonly cost: number;
  readonly isSure: boolean;
  readonly way: Way;
  readonly phases: readonly Phase[];
}

/** What is asked about a function. */
interface Question {
  readonly index: ProgramIndex;
  readonly course: Course;
  readonly phase: Phase | undefined;
}

/**
 * Everything a function can raise, itself or through the calls it makes; each event, or each place of it, by its
 * cheapest way.
 *
 * @param texts parameters of the function with the texts they are taken to be; what these rule out is left out
 */
export function reachedEvents(
  index: ProgramIndex,
  start: FunctionId,
  texts: Readonly<Record<string, string>>,
  { phase, places = 'cheapest' }: ReachOptions,
): readonly ReachedEventView[] {
  const question = { index, course: new Course(index), phase };
  const { course } = question;
  const given = new Map<number, string>();
  for (const { name, op } of index.flow.p.activations.facts(start).parameters) {
    if (Object.hasOwn(texts, name)) given.set(op, texts[name]!);
  }
  const best = new Map<string, Reached>();
  for (const way of waysFrom(question, start, given)) {
    for (const event of index.eventsIn(way.id)) {
      const runs = course.runs(event.activation.file, event.op, way.given);
      if (runs === 'never') continue;
      const phases = phasesOf(question, way, event.op);
      if (!phases) continue;
      const name = eventName(index, event);
      const key = places === 'every' ? `${name} ${event.activation.file.id}:${event.op}` : name;
      const found = {
        event,
        cost: way.cost + costOf(event.costs),
        isSure: way.isSure && runs === 'always',
        way,
        phases,
      };
      const known = best.get(key);
      if (known === undefined || isBetter(found, known)) best.set(key, found);
    }
  }
  return [...best.values()]
    .map((found) => ({ ...found, name: eventName(index, found.event) }))
    .sort((left, right) => compareText(left.name, right.name) || byPlace(left.event, right.event))
    .map(({ name, event, cost, isSure, way, phases }) => ({
      event: name,
      confidence: edgeConfidence(cost),
      isUnconditional: isSure,
      phases,
      ...wayTo(index, way, event),
      place: placeOf(event.activation.file, event.op),
    }));
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const byPlace = (left: EventAtOp, right: EventAtOp): number =>
  left.activation.file.id - right.activation.file.id || left.op - right.op;

/** The phases in which a way that goes on at an op is taken; undefined where it is not in the one asked for. */
function phasesOf({ index, phase }: Question, way: Way, op: OpId): readonly Phase[] | undefined {
  const phases = way.phases ?? phasesAt(index, way.id, op);
  return phase === undefined || phases.includes(phase) ? phases : undefined;
}

const isBetter = (way: Pick<Way, 'cost' | 'isSure'>, than: Pick<Way, 'cost' | 'isSure'>): boolean =>
  way.cost < than.cost || (way.cost === than.cost && way.isSure && !than.isSure);

/** Cheapest ways to the functions that calls lead to, in rounds: the first way of its cost is the shortest. */
function waysFrom(question: Question, start: FunctionId, given: Given): Iterable<Way> {
  const ways = new Map<string, Way>();
  let round: readonly Way[] = [
    { id: start, given, cost: 0, isSure: true, from: undefined, offset: 0, phases: undefined },
  ];
  ways.set(keyOf(round[0]!), round[0]!);
  while (round.length > 0) {
    const next = new Map<string, Way>();
    for (const way of round) {
      for (const to of onward(question, way)) {
        const key = keyOf(to);
        const known = ways.get(key);
        if (known !== undefined && !isBetter(to, known)) continue;
        ways.set(key, to);
        next.set(key, to);
      }
    }
    round = [...next.values()];
  }
  return ways.values();
}

/** The functions that a function calls. */
function* onward(question: Question, way: Way): Generator<Way> {
  const { index, course } = question;
  const { values } = index.flow.p;
  for (const { file, op, callees } of index.callsIn(way.id)) {
    const runs = course.runs(file, op, way.given);
    if (runs === 'never') continue;
    const phases = phasesOf(question, way, op);
    if (!phases) continue;
    for (const callee of callees) {
      if (values.kind(callee.token) !== VALUE.function) continue;
      const id = values.x(callee.token) as FunctionId;
      const given =
        way.given.size === 0 ? NOTHING_GIVEN : course.texts.passedOn(file, op as OpId, id, way.given);
      const isSure = way.isSure && runs === 'always';
      const offset = file.facts.atFrom[op]!;
      yield { id, given, cost: way.cost + callee.cost, isSure, from: way, offset, phases };
    }
  }
}

const keyOf = ({ id, given }: Way): string => (given.size === 0 ? `${id}` : `${id}:${[...given].join()}`);

/** The way to an event: each function with where it goes on, then what the library passes through, and the raiser. */
function wayTo(
  { flow }: ProgramIndex,
  end: Way,
  event: EventAtOp,
): Pick<ReachedEventView, 'through' | 'witness'> {
  const { activations } = flow.p;
  const steps: WitnessStep[] = [];
  let offset = event.activation.file.facts.atFrom[event.op]!;
  for (let way: Way | undefined = end; way !== undefined; way = way.from) {
    const file = activations.fileOfFunction(way.id).path;
    steps.push({ name: functionName(flow, way.id), file, offset });
    offset = way.offset;
  }
  steps.reverse();
  const raiser = { name: event.api };
  return {
    through: [...steps, raiser].map(({ name }) => name),
    witness: [...steps, ...(event.through?.() ?? []), raiser],
  };
}

/** The runtime name of an event at an op. */
export function eventName(index: ProgramIndex, { event }: EventAtOp): string {
  if ('id' in event) return index.flow.p.table.rules[event.id]!.event;
  return event.custom ?? '?';
}
