import { type FileFacts, OP } from '../../facts/ir.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import { candidateCost } from '../graph/call-sites.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** An activation that another may stand in for, and what it costs to think so. */
export interface Alternative {
  readonly activation: Activation;
  readonly cost: number;
}

const NONE: readonly Alternative[] = [];
/**
 * What runs in place of a method that does something itself, or is one of many. Dearer than a candidate that a value
 * names: on real programs one in fifty of these ways was seen to happen.
 */
const UNLIKELY = 20;

const costOfAll = (candidates: number): number => (candidates <= 3 ? candidateCost(2) : UNLIKELY);

/**
 * In a summarised library, which methods may run in place of others because the receiver is of a derived class
 * (class hierarchy analysis, Dean, Grove and Chambers 1995). No value says so: these ways cost little only where few
 * methods stand for one that is abstract.
 */
export class Overrides {
  private readonly receivers: ReadonlyMap<number, Token>;
  private readonly owners = new Map<string, ClassRecord[]>();
  private readonly known = new Map<number, readonly Alternative[]>();
  private readonly counts = new Map<string, number>();
  private readonly f: Flow;

  constructor(f: Flow) {
    this.f = f;
    this.receivers = new Map([...f.receivers].map(([token, context]) => [context, token]));
    for (const record of f.classes.all) {
      const key = `${record.activation.file.id}:${record.index}`;
      const same = this.owners.get(key);
      if (same) same.push(record);
      else this.owners.set(key, [record]);
    }
  }

  /** The activation of the same method that stands for all receivers, where this one is of a derived class. */
  shared(activation: Activation): Alternative | undefined {
    if (!this.receivers.has(activation.context)) return undefined;
    const all = this.f.p.activations.of(activation.function);
    const common = all.find(({ context, around }) => context < 0 && around === activation.around);
    if (!common) return undefined;
    const receivers = all.filter(({ context }) => this.receivers.has(context)).length;
    return { activation: common, cost: costOfAll(receivers + 1) };
  }

  /** Methods of base classes: who calls one of them may mean this one. */
  replaced(activation: Activation): readonly Alternative[] {
    let found = this.known.get(activation.id);
    if (!found) {
      found = this.find(activation);
      this.known.set(activation.id, found);
    }
    return found;
  }

  private find(activation: Activation): readonly Alternative[] {
    const { name } = this.f.p.activations.facts(activation.function);
    // who makes an instance or a class names it
    if (name === '__init__' || name === '__new__' || name === '__init_subclass__') return NONE;
    const found: Alternative[] = [];
    for (const record of this.recordsOf(activation)) {
      for (const base of record.order.slice(1)) {
        if (this.f.p.values.kind(base) !== VALUE.class) continue;
        const other = this.methodOf(this.f.classes.of(base), name);
        if (!other || other === activation || found.some((one) => one.activation === other)) continue;
        found.push({ activation: other, cost: this.cost(this.f.classes.of(base), name, other) });
      }
    }
    return found.length > 0 ? found : NONE;
  }

  private recordsOf(activation: Activation): readonly ClassRecord[] {
    const receiver = this.receivers.get(activation.context);
    if (receiver !== undefined) return [this.recordOf(receiver)];
    if (activation.context >= 0) return [];
    const { owner } = this.f.p.activations.facts(activation.function);
    return owner < 0 ? [] : (this.owners.get(`${activation.file.id}:${owner}`) ?? []);
  }

  private recordOf(receiver: Token): ClassRecord {
    const { values } = this.f.p;
    const isClass = values.kind(receiver) === VALUE.class;
    return this.f.classes.of(isClass ? receiver : (values.x(receiver) as Token));
  }

  /** What runs if a method is called on an instance of exactly this class. */
  private methodOf(record: ClassRecord, name: string): Activation | undefined {
    const { p, classes } = this.f;
    const id = p.name(name);
    for (const entry of record.order) {
      if (p.values.kind(entry) !== VALUE.class || !classes.of(entry).attributes.has(id)) continue;
      const fn = this.functionAt(p.field(entry, id));
      if (fn === undefined) return undefined;
      const all = p.activations.of(fn);
      if (entry === record.token) return all.find(({ context }) => context < 0);
      return all.find(({ context }) => {
        const receiver = this.receivers.get(context);
        return receiver !== undefined && this.recordOf(receiver) === record;
      });
    }
    return undefined;
  }

  private functionAt(node: Node): FunctionId | undefined {
    const { values, solver } = this.f.p;
    for (const token of solver.at(node)) {
      if (values.kind(token) === VALUE.function) return values.x(token) as FunctionId;
      if (values.kind(token) === VALUE.wrapper) return this.functionAt(values.x(token) as Node);
    }
    return undefined;
  }

  private cost(base: ClassRecord, name: string, { file, index }: Activation): number {
    const key = `${base.token}:${name}`;
    let cost = this.counts.get(key);
    if (cost === undefined) {
      const { start, end } = file.facts.functions[index]!;
      cost = isAbstract(file.facts, start, end) ? costOfAll(this.overriding(base, name)) : UNLIKELY;
      this.counts.set(key, cost);
    }
    return cost;
  }

  /** How many classes below one define a name. */
  private overriding(base: ClassRecord, name: string): number {
    const id = this.f.p.name(name);
    const family = new Set(base.subclasses);
    let count = 0;
    for (const record of family) {
      if (record.attributes.has(id)) count++;
      for (const derived of record.subclasses) family.add(derived);
    }
    return count;
  }
}

const EMPTY_BODY: ReadonlySet<number> = new Set([
  OP.Parameter,
  OP.Const,
  OP.Return,
  OP.Raise,
  OP.LoadName,
  OP.LoadBuiltin,
  OP.Call,
]);

/** A body that only raises (`NotImplementedError`) or returns a constant. */
function isAbstract({ kind }: FileFacts, start: number, end: number): boolean {
  for (let op = start; op < end; op++) if (!EMPTY_BODY.has(kind[op]!)) return false;
  return true;
}
