import type { GuardId, OpId } from '../../facts/ir.ts';
import type { WitnessStep } from '../../model/finding.ts';
import { meet, NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import { costOfTests, type ParameterTest } from '../conditions/argument-tests.ts';
import { type Alternative, Overrides } from '../library/overrides.ts';
import type { Activation, ActivationId } from '../solve/activations.ts';
import { CallerTests, type Left, NO_TESTS } from './caller-tests.ts';
import { type Collector, costOf, type EventAtOp } from './collect.ts';
import { Covered } from './covered.ts';
import { Frontier } from './frontier.ts';
import { Heap } from './heap.ts';
import { hubCost } from './hubs.ts';

/** A way of entering an activation. */
export interface Way {
  readonly from: Activation;
  readonly op: OpId;
  readonly at?: EventAtOp['at'];
  readonly cost: number;
  readonly targets: TargetMask;
}

/** The cheapest path found so far from an activation to an event below it. */
export interface Path {
  readonly activation: Activation;
  /** Where the activation goes on to the next one, or raises the event. */
  readonly op: OpId;
  readonly cost: number;
  readonly edges: number;
  readonly targets: TargetMask;
  readonly event: EventAtOp;
  readonly next: Path | undefined;
  /** What it asks of the parameters of the activation; not in its cost. Of libraries that are summarised alone. */
  readonly tests: readonly ParameterTest[];
  /** Of making; the last tie is broken by it. */
  readonly order: number;
}

/**
 * Carries the events inside installed packages to the places of the project that run them: along each path costs add
 * up and targets meet; over the paths to one (place, event) the cheapest, then the shortest counts, and targets join.
 * Paths end at the project: what a package calls back there is told there.
 */
export function reachedEvents(collector: Collector): void {
  const ways = new Ways(collector);
  for (const leaves of collector.inner.values()) {
    carry(ways, leaves, { outward: (way, path, targets) => tell(collector, way, path, targets) });
  }
}

/** Who is told of paths. */
export interface Carried {
  /** A way leads from the project to an activation that a path starts at. */
  readonly outward?: (way: Way, path: Path, targets: TargetMask) => void;
  /** A path is the cheapest from its activation, on the targets given. */
  readonly settled?: (path: Path, targets: TargetMask) => void;
  /** Paths that cost more are of no interest. */
  readonly dearest?: number;
}

/** So many paths of one activation that ask different things of its parameters; of further ones nobody asks. */
const MOST_PATHS = 6;

/** One event: Dijkstra's algorithm against the direction of calls, from all its leaves at once. */
export function carry(
  ways: Ways,
  leaves: readonly EventAtOp[],
  { outward, settled, dearest = Infinity }: Carried,
): void {
  const heap = new Heap<Path>(isBefore);
  ways.frontier?.begin();
  let made = 0;
  for (const event of leaves) {
    const { activation, op } = event;
    const own = ways.own(activation, op);
    const targets = meet(event.targets, own.targets);
    if (targets === NO_TARGETS) continue;
    const tests = ways.testsAt(activation, op);
    const cost = costOf(event.costs) + own.cost - costOfTests(tests);
    heap.push({ activation, op, cost, edges: 1, targets, event, next: undefined, tests, order: made++ });
  }
  const covered = new Covered<ActivationId>();
  const { frontier } = ways;
  for (let path = heap.pop(); path; path = heap.pop()) {
    if (path.tests.length > 0 && covered.count(path.activation.id) >= MOST_PATHS) {
      heap.push({ ...path, tests: NO_TESTS, cost: path.cost + costOfTests(path.tests) });
      continue;
    }
    if (path.cost + costOfTests(path.tests) > dearest) continue;
    // on each target the first path is the cheapest; a later one counts for the targets it adds
    const added = frontier
      ? frontier.settle(path.activation.id, path.targets)
      : covered.add(path.activation.id, path.tests, path.targets);
    if (added === NO_TARGETS) continue;
    settled?.(path, added);
    if (ways.isSafe(path.activation)) continue;
    const shared = ways.shared(path.activation);
    if (shared) {
      const cost = path.cost + shared.cost;
      heap.push({ ...path, activation: shared.activation, cost, order: made++ });
    }
    for (const way of ways.into(path.activation)) {
      const targets = meet(path.targets, way.targets);
      if (targets === NO_TARGETS) continue;
      const edges = path.edges + 1;
      if (!way.from.file.isDependency) outward?.(way, path, targets);
      else {
        const asked = ways.asked(way, path);
        if (!asked) continue;
        const { from: activation, op } = way;
        const cost = path.cost + way.cost + asked.open;
        if (frontier && !frontier.isOpen(activation.id, op, cost, edges, targets)) continue;
        const { tests } = asked;
        heap.push({
          activation,
          op,
          cost,
          edges,
          targets,
          event: path.event,
          next: path,
          tests,
          order: made++,
        });
      }
    }
  }
}

/** Cheaper, then shorter; then by place, so that the order of the files decides nothing: `link` numbers them by path. */
function isBefore(a: Path, b: Path): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.edges !== b.edges) return a.edges < b.edges;
  const [left, right] = [a.activation.file.id, b.activation.file.id];
  if (left !== right) return left < right;
  return a.op !== b.op ? a.op < b.op : a.order < b.order;
}

/** The event as one of the project. */
function tell(collector: Collector, way: Way, path: Path, targets: TargetMask): void {
  const { event } = path;
  const inside = path.cost + way.cost - costOf(event.costs);
  collector.add({
    activation: way.from,
    op: way.op,
    ...(way.at ? { at: way.at } : {}),
    event: event.event,
    targets,
    costs: inside > 0 ? [...event.costs, { cost: inside, cause: 'inside-packages' }] : event.costs,
    edges: path.edges + 1,
    ...(event.ceiling ? { ceiling: event.ceiling } : {}),
    provenance: 'dependency',
    arguments: event.arguments,
    api: event.api,
    through: () => steps(path),
  });
}

function steps(path: Path): WitnessStep[] {
  const found: WitnessStep[] = [];
  for (let at: Path | undefined = path; at; at = at.next) {
    const { file, index } = at.activation;
    const { qualifiedName } = file.facts.functions[index]!;
    const name = qualifiedName ? `${file.module}.${qualifiedName}` : file.module;
    found.push({ name, file: file.path, offset: file.facts.atFrom[at.op]! });
  }
  return found;
}

const NOTHING: Left = { tests: NO_TESTS, open: 0 };

/** The ways into activations, with what each costs. */
export class Ways {
  private readonly collector: Collector;
  private readonly known = new Map<ActivationId, readonly Way[]>();
  private readonly imports = new Map<ActivationId, Way[]>();
  private readonly overrides: Overrides | undefined;
  private readonly callers: CallerTests | undefined;
  /** Of programs; in libraries that are summarised paths also differ by what they ask of parameters. */
  readonly frontier: Frontier | undefined;

  constructor(collector: Collector) {
    this.collector = collector;
    if (collector.f.summarises) {
      this.overrides = new Overrides(collector.f);
      this.callers = new CallerTests(collector.f);
    } else this.frontier = new Frontier(collector.f.p.activations.all.length);
    for (const { from, op, at, module, cost, targets } of collector.moduleEntries) {
      const own = from.file.isDependency ? this.own(from, op) : { cost: 0, targets };
      const way = {
        ...{ from, op, cost: cost + own.cost, targets: meet(targets, own.targets) },
        ...(at ? { at } : {}),
      };
      const ways = this.imports.get(module.id);
      if (ways) ways.push(way);
      else this.imports.set(module.id, [way]);
    }
  }

  /** The configuration says that what it does does not count. */
  isSafe(activation: Activation): boolean {
    return this.collector.configured?.isSafe(activation) ?? false;
  }

  into(activation: Activation): readonly Way[] {
    let ways = this.known.get(activation.id);
    if (!ways) {
      ways = [
        ...(this.imports.get(activation.id) ?? []),
        ...this.calls(activation),
        ...this.replaced(activation),
      ];
      this.known.set(activation.id, ways);
    }
    return ways;
  }

  /** The same method for all receivers; see `Overrides`. */
  shared(activation: Activation): Alternative | undefined {
    return this.overrides?.shared(activation);
  }

  /** What the conditions around an op ask of the parameters of its function, where callers may decide it. */
  testsAt(activation: Activation, op: OpId): readonly ParameterTest[] {
    return this.callers?.at(activation, op) ?? NO_TESTS;
  }

  /** What a path asks of the parameters of the function that a way comes from; `undefined`: the way rules it out. */
  asked(way: Way, path: Path): Left | undefined {
    const { callers } = this;
    if (!callers) return NOTHING;
    const left = callers.left(way.from, way.op, path.activation, path.tests);
    if (!left) return undefined;
    const own = callers.at(way.from, way.op);
    const called = callers.called(way.from, way.op, path.activation);
    const { tests, open } = callers.joined(called ? [called, ...own] : own, left.tests);
    return { tests, open: open + left.open - costOfTests(own) };
  }

  /** Calls of methods that this one overrides. */
  private *replaced(activation: Activation): Generator<Way> {
    for (const { activation: base, cost } of this.overrides?.replaced(activation) ?? []) {
      for (const way of this.calls(base)) yield { ...way, cost: way.cost + cost };
    }
  }

  private *calls(activation: Activation): Generator<Way> {
    for (const { from, op, cost: asked = 0 } of this.collector.f.entries.into(activation.id)) {
      const called = Math.max(asked, this.collector.callCost(from, op, activation.function));
      if (!from.file.isDependency) yield { from, op, cost: called, targets: this.collector.at(from, op) };
      else {
        const { cost, targets } = this.own(from, op);
        const hub = this.collector.f.summarises ? hubCost(from.file.module, activation.file.module) : 0;
        if (targets !== NO_TARGETS) yield { from, op, cost: cost + called + hub, targets };
      }
    }
  }

  /** What the conditions around an op of a package cost, and the targets it runs on; never as the program itself. */
  own({ file }: Activation, op: OpId): { cost: number; targets: TargetMask } {
    const { guards, targets } = this.collector;
    const guard = file.facts.guard[op] as GuardId;
    if (guards.isMain(file, guard)) return { cost: 0, targets: NO_TARGETS };
    return { cost: guards.cost(file, guard), targets: meet(targets, guards.targets(file, guard)) };
  }
}
