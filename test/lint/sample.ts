import type { Analysis, RaisedEvent } from '../../src/flow/analysis.ts';
import type { CompiledRaiser, EventId, RaiserTable } from '../../src/model/raiser-table.ts';
import { ALL_TARGETS } from '../../src/model/targets.ts';
import { RULES } from '../report/sample.ts';

const none = new Map<string, never>();

export const table = (interpreter: readonly CompiledRaiser[] = []): RaiserTable => ({
  rules: RULES,
  named: RULES,
  eventIds: new Map(RULES.map(({ event }, index) => [event, index as EventId])),
  canonical: none,
  calls: none,
  attributes: none,
  imports: [],
  interpreter,
  returns: none,
  tuples: none,
  instances: none,
  bases: none,
  classes: none,
  members: none,
});

export const id = (event: string): { id: EventId } => ({ id: table().eventIds.get(event)! });

export const raised = (part: Partial<RaisedEvent>): RaisedEvent => ({
  file: 'a.py',
  enclosing: 'f',
  at: { from: 3, to: 9 },
  site: { from: 0, to: 12 },
  event: id('os.system'),
  targets: ALL_TARGETS,
  cost: 0,
  costs: [],
  edges: 0,
  provenance: 'direct',
  phases: ['call-time'],
  arguments: [],
  witness: [],
  ...part,
});

export const analysis = (events: readonly RaisedEvent[], limits: Analysis['limits'] = []): Analysis => ({
  table: table(),
  targets: ALL_TARGETS,
  events,
  limits,
});
