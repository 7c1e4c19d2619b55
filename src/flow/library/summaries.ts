import { NO_TARGETS, type TargetMask } from '../../model/targets.ts';
import type { ArgumentTest } from '../../stdlib/closure.ts';
import { RAISED_BESIDE } from '../../stdlib/models/interpreter.ts';
import { argumentTest, costOfTests } from '../conditions/argument-tests.ts';
import type { Collector, EventAtOp } from '../events/collect.ts';
import { Covered } from '../events/covered.ts';
import { carry, type Path, Ways } from '../events/reach.ts';
import type { Flow } from '../flow.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { definedName } from './definitions.ts';

/** One leaf that a function can reach, by its cheapest path. */
export interface SummaryRow {
  /** The API that raises, and which of its events; `sys.audit:NAME` for an event by name. */
  readonly leaf: string;
  readonly cost: number;
  readonly edges: number;
  readonly targets: TargetMask;
  /** The function the path goes on to; absent: the leaf itself. */
  readonly next?: string;
  /** What it asks of arguments; each but parts of a condition counts 1 in the cost. */
  readonly tests?: readonly ArgumentTest[];
}

/** What the functions of a library can reach, by their dotted names; methods once for each class that has them. */
export type Summaries = Map<string, SummaryRow[]>;

/** Paths that cost more are left out: of what they say one in eighty was seen to happen. */
const DEAREST = 50;

/** @param leafName the name of the API behind an event; `undefined` leaves the event out */
export function summaries(
  collector: Collector,
  leafName: (event: EventAtOp) => string | undefined,
): Summaries {
  const ways = new Ways(collector);
  const byLeaf = new Map<string, EventAtOp[]>();
  for (const event of [...collector.inner.values()].flat()) {
    const leaf = leafName(event);
    if (leaf === undefined) continue;
    const known = byLeaf.get(leaf);
    if (known) known.push(event);
    else byLeaf.set(leaf, [event]);
  }
  for (const [leaf, { leaf: other, cost }] of RAISED_BESIDE) {
    const beside = byLeaf
      .get(leaf)
      ?.map((event) => ({ ...event, costs: [...event.costs, { cost, cause: 'inside-library' as const }] }));
    if (beside) byLeaf.set(other, [...(byLeaf.get(other) ?? []), ...beside]);
  }
  const names = new SummaryNames(collector.f);
  const found: Summaries = new Map();
  for (const leaf of [...byLeaf.keys()].sort()) {
    const covered = new Covered<string>();
    carry(ways, byLeaf.get(leaf)!, {
      dearest: DEAREST,
      settled: (path, all) => {
        // what is followed call by call (decorated functions, their wrappers) stands under its definition
        const name = names.any(path.activation);
        // a closure has an activation for each function around it: the cheapest counts
        const targets = covered.add(name, path.tests, all);
        if (targets === NO_TARGETS) return;
        const way = path.cost + costOfTests(path.tests) + names.contextCost(path.activation);
        const tests = path.tests.flatMap((test) => argumentTest(collector.f, path.activation, test) ?? []);
        const row: SummaryRow = {
          ...{ leaf, cost: way, edges: path.edges, targets },
          ...next(names, path),
          ...(tests.length > 0 ? { tests } : {}),
        };
        const rows = found.get(name);
        if (rows) rows.push(row);
        else found.set(name, [row]);
      },
    });
  }
  return found;
}

function next(names: SummaryNames, path: Path): { next?: string } {
  if (!path.next) return {};
  return { next: names.any(path.next.activation) };
}

/** Lambdas of one scope have one name, as the interpreter has it. */
const LAMBDA = /<lambda\d+>/g;

/** The dotted names under which activations are summarised. */
class SummaryNames {
  private readonly known = new Map<number, string | undefined>();
  private readonly receivers: ReadonlyMap<number, Token>;
  private readonly f: Flow;

  constructor(f: Flow) {
    this.f = f;
    this.receivers = new Map([...f.receivers].map(([token, context]) => [context, token]));
  }

  /** `module.f`, `module.C.m`, also where C inherits m; `undefined` for contexts of single call sites. */
  of(activation: Activation): string | undefined {
    if (!this.known.has(activation.id)) this.known.set(activation.id, this.find(activation));
    return this.known.get(activation.id);
  }

  /** The same, of the definition where the activation has no summary of its own. */
  any(activation: Activation): string {
    return this.of(activation) ?? this.own(activation);
  }

  /** A method as one call site calls it is one of several: it tells of the receiver there. */
  contextCost(activation: Activation): number {
    const isMethod = this.f.p.activations.facts(activation.function).owner >= 0;
    return isMethod && this.of(activation) === undefined ? CANDIDATE : 0;
  }

  private own({ file, index }: Activation): string {
    const { qualifiedName } = file.facts.functions[index]!;
    return qualifiedName ? `${file.module}.${qualifiedName.replace(LAMBDA, '<lambda>')}` : file.module;
  }

  private find(activation: Activation): string | undefined {
    if (activation.context < 0) return this.own(activation);
    const receiver = this.receivers.get(activation.context);
    if (receiver === undefined) return undefined;
    const { values } = this.f.p;
    const isClass = values.kind(receiver) === VALUE.class;
    const record = this.f.classes.of(isClass ? receiver : (values.x(receiver) as Token));
    const { name } = this.f.p.activations.facts(activation.function);
    if (!this.finds(record.order, name, activation.function)) return undefined;
    return `${record.activation.file.module}.${record.name}.${name}`;
  }

  /** Whether looking a name up along an order of classes gives this function: else it is reached by `super()`. */
  private finds(order: readonly Token[], name: string, fn: FunctionId): boolean {
    const { p, classes } = this.f;
    const id = p.name(name);
    for (const entry of order) {
      if (p.values.kind(entry) !== VALUE.class || !classes.of(entry).attributes.has(id)) continue;
      return p.solver.at(p.field(entry, id)).some((token) => this.holds(token, fn));
    }
    return false;
  }

  private holds(token: Token, fn: FunctionId): boolean {
    const { values, solver } = this.f.p;
    if (values.kind(token) === VALUE.function) return values.x(token) === fn;
    return (
      values.kind(token) === VALUE.wrapper &&
      solver.at(values.x(token) as Node).some((inner) => this.holds(inner, fn))
    );
  }
}

/** Names of a module for what is defined under another name: `concurrent.futures.ThreadPoolExecutor`. */
export type Aliases = ReadonlyMap<string, string>;

/** What a module chooses between costs as much as one of a few candidates. */
const CANDIDATE = 2;

/**
 * The aliases of a library. A name that is a definition of its own on one way, and an alias on another, gets what both
 * reach: `socketpair`, where the platform has none.
 */
export function aliasesOf(f: Flow, summarised: Summaries): Aliases {
  const found = new Map<string, string>();
  for (const module of f.p.modules) {
    const { file } = module;
    for (const [name, variable] of file.facts.globals) {
      const alias = `${file.module}.${name}`;
      const names = f.p.solver
        .at(f.p.activations.variable(module, variable))
        .flatMap((token) => definedName(f, token) ?? []);
      const [other] = names.filter((own) => own !== alias);
      if (other === undefined) continue;
      if (!names.includes(alias)) found.set(alias, other);
      else addCandidate(summarised, alias, other);
    }
  }
  return found;
}

function addCandidate(summarised: Summaries, name: string, other: string): void {
  const rows = summarised.get(other)?.map((row) => ({ ...row, cost: row.cost + CANDIDATE })) ?? [];
  if (rows.length > 0) summarised.set(name, [...(summarised.get(name) ?? []), ...rows]);
}
