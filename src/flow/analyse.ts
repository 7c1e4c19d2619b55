import type { Program } from '../link/program.ts';
import type { DeclaredEntry } from '../model/entry.ts';
import type { RaiserTable } from '../model/raiser-table.ts';
import type { TargetMask } from '../model/targets.ts';
import type { Analysis, RaisedEvent } from './analysis.ts';
import { call } from './calls/calls.ts';
import { Outside } from './calls/outside.ts';
import { awaitValue, iterate } from './calls/protocols.ts';
import { passUnknownDecorators } from './calls/unknown-decorators.ts';
import { findAttribute } from './classes/attributes.ts';
import { Classes } from './classes/classes.ts';
import { Markers } from './classes/markers.ts';
import { Decisions } from './conditions/decisions.ts';
import { Guards } from './conditions/guards.ts';
import { arrive } from './constrain/arrivals.ts';
import { constrain } from './constrain/constraints.ts';
import { Containers } from './containers/containers.ts';
import { attributeEvents } from './events/attributes.ts';
import { callEvents } from './events/calls.ts';
import { Collector, raisedEvent } from './events/collect.ts';
import { declarationEvents } from './events/declarations.ts';
import { importEvents } from './events/imports.ts';
import { reachedEvents } from './events/reach.ts';
import type { Flow, SummarisedCode } from './flow.ts';
import { callSites } from './graph/call-sites.ts';
import { callStatistics } from './graph/call-statistics.ts';
import { Chains } from './graph/chains.ts';
import { EntryPoints } from './graph/entry-points.ts';
import { Phases } from './graph/phases.ts';
import { addLateCalls } from './late/ops.ts';
import { limitsOf, unknownCallables } from './limits.ts';
import { importedModules } from './modules/imports.ts';
import { Replacements } from './modules/replaced.ts';
import { Contexts } from './solve/contexts.ts';
import { Entries } from './solve/entries.ts';
import { PairMap } from './solve/pair-map.ts';
import { Propagation } from './solve/propagation.ts';
import { QuadSet } from './solve/quad-set.ts';
import { Stores } from './solve/stores.ts';
import { TypeValues } from './types/values.ts';
import { programView } from './view/program-view.ts';

/**
 * Solves the program: which values each op may have, which functions each call may reach.
 *
 * @param summarises what the program is whose functions are to be summarised, one by one; absent: they are not
 */
export function solve(program: Program, table: RaiserTable, summarises?: SummarisedCode): Flow {
  let flow: Flow | undefined;
  const wired = () => flow!;
  const p = new Propagation(program, table, {
    call: (_, callee, site) => call(wired(), callee, site),
    findAttribute: (_, object, name, to, from) => findAttribute(wired(), object, name, to, from),
    iterate: (_, source, site) => iterate(wired(), source, site),
    awaitValue: (_, token, site) => awaitValue(wired(), token, site),
    arrive: (_, activation, op, part, token) => arrive(wired(), activation, op, part, token),
    constrain: (_, activation) => constrain(wired(), activation),
  });
  const containers = new Containers(p);
  const contexts = new Contexts(p, !summarises);
  flow = {
    p,
    classes: new Classes(p),
    containers,
    types: new TypeValues(p, containers),
    contexts,
    replacements: new Replacements(program, contexts.isClose),
    decisions: new Decisions(),
    entries: new Entries(),
    markers: new Markers(),
    stores: new Stores(),
    modules: importedModules(program),
    summarises,
    receivers: new Map(),
    globals: new PairMap(1 << 8),
    narrowed: new PairMap(1 << 8),
    raised: new Map(),
    decorations: [],
    signatures: new Map(),
    constantTokens: [],
    constants: new Map(),
    noneReturns: new Map(),
    getters: new Map(),
    abstracts: new Set(),
    iterated: new QuadSet(1 << 8),
    partials: new Map(),
    receiverPositions: new Map(),
    outside: new Outside(wired),
  };
  do p.run();
  while (passUnknownDecorators(flow) || flow.outside.enterRest());
  p.release();
  flow.classes.release();
  flow.getters.clear();
  flow.iterated.clear();
  containers.release();
  addLateCalls(flow);
  return flow;
}

/** What is known beside the program, and wanted beside events and limits. */
export interface AnalysisWishes {
  /** Entry points that files around the program declare. */
  readonly entries?: readonly DeclaredEntry[];
  /** How many calls have a callee. */
  readonly calls?: boolean;
  /** The program as rules see it. */
  readonly program?: boolean;
}

/**
 * The audit events that a program can raise on the given targets, each with its place, arguments, confidence and
 * phases; and what could not be seen. Pure; the same program gives the same answer in the same order.
 */
export function analyse(
  program: Program,
  table: RaiserTable,
  targets: TargetMask,
  wishes?: AnalysisWishes,
): Analysis {
  return analysisOf(solve(program, table), targets, wishes);
}

/** The same of a program that is solved already. */
export function analysisOf(
  flow: Flow,
  targets: TargetMask,
  { calls, entries, program }: AnalysisWishes = {},
): Analysis {
  const guards = new Guards(flow);
  const collector = new Collector(flow, guards, targets);
  const sites = callSites(flow);
  callEvents(collector, sites);
  attributeEvents(collector);
  declarationEvents(collector);
  importEvents(collector);
  reachedEvents(collector);
  const starts = new EntryPoints(flow, guards, sites, entries);
  const phases = new Phases(flow, sites, starts);
  const chains = new Chains(flow, sites, starts);
  const raised = collector.events;
  const events = raised
    .map((event) => {
      const { activation, op } = event;
      return raisedEvent(event, phases.at(activation, op), chains.to(activation, op));
    })
    .sort(byPlace);
  const limits = [...limitsOf(flow, guards, targets), ...unknownCallables(collector.configured)];
  return {
    table: flow.p.table,
    targets,
    events,
    limits,
    ...(calls ? { calls: callStatistics(flow) } : {}),
    ...(program ? { program: programView({ flow, guards, sites, phases, events: raised, targets }) } : {}),
  };
}

function byPlace(left: RaisedEvent, right: RaisedEvent): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.at.from - right.at.from || left.at.to - right.at.to || eventOrder(left) - eventOrder(right);
}

function eventOrder({ event }: RaisedEvent): number {
  return 'id' in event ? event.id : -1;
}
