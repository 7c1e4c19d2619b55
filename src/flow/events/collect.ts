import type { GuardId, OpId } from '../../facts/ir.ts';
import type { FileId } from '../../link/program.ts';
import type { ArgumentValue, CostPart, Provenance, Span, WitnessStep } from '../../model/finding.ts';
import type { CompiledRaiser, EventId } from '../../model/raiser-table.ts';
import { ALL_TARGETS, join, meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import type { RaisedEvent } from '../analysis.ts';
import type { Guards } from '../conditions/guards.ts';
import type { Flow } from '../flow.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { argumentValues } from './argument-values.ts';
import { ConfiguredCallables } from './configured.ts';
import type { Operands } from './operands.ts';

/** An event at an op, before its phases are known. */
export interface EventAtOp {
  readonly activation: Activation;
  readonly op: OpId;
  /** Where the finding points, if not where the op does. */
  readonly at?: Span;
  readonly event: { readonly id: EventId } | { readonly custom: string | undefined };
  readonly targets: TargetMask;
  readonly costs: readonly CostPart[];
  readonly ceiling?: 'medium' | 'low';
  readonly provenance: Provenance;
  readonly arguments: readonly (readonly [string, ArgumentValue])[];
  /** The raiser as the program reached it, for the witness. */
  readonly api: string;
  /** The row of the table; absent for `sys.audit` calls and imports. */
  readonly raiser?: CompiledRaiser;
  /** Call edges between the site and the raiser; absent: one. */
  readonly edges?: number;
  /** The API of the library that raises it, behind a call that leads there. */
  readonly leaf?: string;
  /** It comes out of the body of a library module that the op imports. */
  readonly ofBody?: true;
  /** The functions between the site and the raiser, for the witness. */
  readonly through?: () => readonly WitnessStep[];
}

/** An import that runs the body of a module of an installed package. */
export interface ModuleEntry {
  readonly from: Activation;
  readonly op: OpId;
  readonly at?: Span;
  readonly module: Activation;
  readonly cost: number;
  readonly targets: TargetMask;
}

/** How an op reaches a raiser: what the way costs, and the name it is reached by. */
export interface Reach {
  readonly costs: readonly CostPart[];
  readonly api: string;
  readonly ceiling?: 'medium' | 'low';
  /** Where the way exists; absent: everywhere. */
  readonly targets?: TargetMask;
}

/** What the parts of a way cost together. */
export const costOf = (parts: readonly CostPart[]): number => parts.reduce((sum, { cost }) => sum + cost, 0);

/** Gathers events, one per (place, event): the cheapest way counts, targets join. */
export class Collector {
  /** By file, then by place (see `placeKey`), then by event. */
  private readonly found = new Map<FileId, Map<number, Map<string | number, EventAtOp>>>();
  /** Events inside installed packages, by event. */
  readonly inner = new Map<string, EventAtOp[]>();
  readonly moduleEntries: ModuleEntry[] = [];
  private readonly costs = new Map<string, number>();
  readonly f: Flow;
  readonly guards: Guards;
  readonly targets: TargetMask;
  /** What the configuration says of callables; undefined: nothing. */
  readonly configured: ConfiguredCallables | undefined;
  private readonly raisers = new Map<number, readonly CompiledRaiser[]>();
  private readonly entered = new Map<string, readonly string[]>();

  constructor(f: Flow, guards: Guards, targets: TargetMask) {
    this.f = f;
    this.guards = guards;
    this.targets = targets;
    const { configured } = f.p.table;
    this.configured = configured && new ConfiguredCallables(f, configured);
  }

  /** The raisers behind a library name, looked for once. */
  raisersOf(name: number, find: () => readonly CompiledRaiser[]): readonly CompiledRaiser[] {
    let raisers = this.raisers.get(name);
    if (!raisers) {
      raisers = find();
      this.raisers.set(name, raisers);
    }
    return raisers;
  }

  /** What a call of a library callable enters, looked for once. */
  enteredBy(dotted: string, find: () => readonly string[]): readonly string[] {
    let names = this.entered.get(dotted);
    if (!names) {
      names = find();
      this.entered.set(dotted, names);
    }
    return names;
  }

  /** Targets on which an op runs, of those asked for. */
  at(activation: Activation, op: OpId): TargetMask {
    const { file } = activation;
    return meet(this.targets, this.guards.targets(file, file.facts.guard[op] as GuardId));
  }

  /** Notes what it costs that an op calls this of its callees, where that is a package's function. */
  grade(activation: Activation, op: OpId, callee: Token, cost: number): void {
    const { values, activations } = this.f.p;
    if (values.kind(callee) !== VALUE.function) return;
    const fn = values.x(callee) as FunctionId;
    if (activations.fileOfFunction(fn).isDependency) this.costs.set(this.callKey(activation, op, fn), cost);
  }

  callCost(activation: Activation, op: OpId, callee: FunctionId): number {
    return this.costs.get(this.callKey(activation, op, callee)) ?? 0;
  }

  private callKey({ id, file }: Activation, op: OpId, callee: FunctionId): string {
    return `${this.f.summarises ? id : file.id}:${op}:${callee}`;
  }

  /** Adds the event of a raiser, unless its conditions or targets rule it out. */
  raise(activation: Activation, op: OpId, raiser: CompiledRaiser, operands: Operands, reach: Reach): void {
    const targets = meet(meet(this.at(activation, op), raiser.targets), reach.targets ?? ALL_TARGETS);
    if (targets === NO_TARGETS) return;
    let costs = reach.costs;
    for (const condition of raiser.when) {
      const holds = operands.decide(condition);
      if (holds === false) return;
      // of complementary cases one holds, whichever it is
      if (holds !== undefined || raiser.exhaustive) continue;
      costs = [...costs, { cost: 1, cause: 'undecided-condition', condition }];
    }
    const rule = this.f.p.table.rules[raiser.event]!;
    this.add({
      activation,
      op,
      event: { id: raiser.event },
      targets,
      costs,
      ...(reach.ceiling ? { ceiling: reach.ceiling } : {}),
      provenance: raiser.raiser.kind !== 'interpreter' && raiser.raiser.python ? 'stdlib' : 'direct',
      arguments: argumentValues(rule, raiser.map, operands, targets),
      api: reach.api,
      raiser,
    });
  }

  add(event: EventAtOp): void {
    const { facts, id, isDependency, isStub } = event.activation.file;
    if (isStub || this.configured?.isSafe(event.activation)) return;
    const name = 'id' in event.event ? event.event.id : `custom:${event.event.custom}`;
    if (isDependency) {
      const others = this.inner.get(String(name));
      if (others) others.push(event);
      else this.inner.set(String(name), [event]);
      return;
    }
    const { from, to } = event.at ?? { from: facts.atFrom[event.op], to: facts.atTo[event.op] };
    const here = this.eventsAt(id, placeKey(from, to));
    const known = here.get(name);
    if (!known) {
      here.set(name, event);
      return;
    }
    const better = isBetter(event, known) ? event : known;
    const same = !isBetter(event, known) && !isBetter(known, event);
    const values = same ? agreeing(known.arguments, event.arguments) : better.arguments;
    here.set(name, { ...better, arguments: values, targets: join(known.targets, event.targets) });
  }

  private eventsAt(file: FileId, place: number): Map<string | number, EventAtOp> {
    let places = this.found.get(file);
    if (!places) {
      places = new Map();
      this.found.set(file, places);
    }
    let events = places.get(place);
    if (!events) {
      events = new Map();
      places.set(place, events);
    }
    return events;
  }

  get events(): readonly EventAtOp[] {
    return [...this.found.values()].flatMap((places) =>
      [...places.values()].flatMap((events) => [...events.values()]),
    );
  }
}

/** A span as one number: files have less than 2 ** 26 characters, so that it stays exact. */
const placeKey = (from: number, to: number): number => from * 2 ** 26 + (to - from);

const isBetter = (event: EventAtOp, other: EventAtOp): boolean =>
  (costOf(event.costs) - costOf(other.costs) || (event.edges ?? 1) - (other.edges ?? 1)) < 0;

/** Arguments that two ways to one event share; where they differ, nothing is known. */
function agreeing(left: EventAtOp['arguments'], right: EventAtOp['arguments']): EventAtOp['arguments'] {
  const text = (value: ArgumentValue) =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
  return left.map(([name, value], index) => {
    const other = right[index];
    const same = other !== undefined && other[0] === name && text(other[1]) === text(value);
    return [name, same ? value : { kind: 'unknown', reason: 'several values' }];
  });
}

/** The finding of an event at an op. */
export function raisedEvent(
  event: EventAtOp,
  phases: RaisedEvent['phases'],
  reachedFrom: RaisedEvent['reachedFrom'],
): RaisedEvent {
  const { file } = event.activation;
  const { facts } = file;
  const fn = facts.functions[event.activation.index]!;
  const at: Span = event.at ?? { from: facts.atFrom[event.op]!, to: facts.atTo[event.op]! };
  const here = fn.qualifiedName ? `${file.module}.${fn.qualifiedName}` : file.module;
  return {
    file: file.path,
    enclosing: fn.qualifiedName,
    at,
    site: { from: facts.from[event.op]!, to: facts.to[event.op]! },
    event: event.event,
    targets: event.targets,
    cost: costOf(event.costs),
    costs: event.costs,
    edges: event.edges ?? 1,
    ...(event.ceiling ? { ceiling: event.ceiling } : {}),
    provenance: event.provenance,
    phases,
    arguments: event.arguments,
    witness: [{ name: here, file: file.path }, ...(event.through?.() ?? []), { name: event.api }],
    ...(reachedFrom ? { reachedFrom } : {}),
    ...(event.ofBody ? { ofBody: true } : {}),
  };
}
