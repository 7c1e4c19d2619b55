import { type FileFacts, GUARD, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import { classesRaised } from '../classes/exception-classes.ts';
import type { Flow } from '../flow.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** What running some ops may raise. */
interface Raising {
  /** Something that nothing in sight raises by name. */
  unknown: boolean;
  readonly raised: Set<Token>;
}

/** Ops that raise nothing. */
const QUIET: ReadonlySet<number> = new Set([
  OP.Const,
  OP.Parameter,
  OP.LoadVariable,
  OP.StoreVariable,
  OP.Closure,
  OP.Class,
  OP.ClassAttribute,
  OP.Container,
  OP.Join,
  OP.Boolean,
  OP.Return,
  OP.Catch,
  OP.Field,
]);

/** Builtins that raise nothing of what programs usually hand them. */
const HARMLESS = new Set(
  'print len isinstance issubclass callable id type list dict set tuple str bool object super'
    .split(' ')
    .map((name) => `builtins.${name}`),
);
const EXCEPTION = /^builtins\.\w*(Error|Exception|Warning|Exit|Interrupt|Iteration)$/;
const KEPT = new Set(['append', 'add', 'extend']);

/**
 * Which handlers of a small program that runs itself are ever reached: those behind a `try` block of which something
 * may raise what nothing says, or raises what the handler takes and none before it. Errs toward reached; and toward
 * missing what stands in a handler for errors of the program itself (`NameError`), for interrupts and for memory.
 */
export class Handlers {
  private readonly reached = new Map<FileFacts, Map<number, boolean>>();
  private readonly summaries = new Map<FunctionId, Raising>();
  private readonly f: Flow;

  constructor(f: Flow) {
    this.f = f;
  }

  /** Whether an op stands in a handler that is never reached. */
  isIdle(file: ProgramFile, op: OpId): boolean {
    const { guards, guard } = file.facts;
    for (let id = guard[op] as number; id !== 0; id = guards[id]!.parent) {
      if (guards[id]!.kind === GUARD.handler && this.handlersOf(file).get(id) === false) return true;
    }
    return false;
  }

  private handlersOf(file: ProgramFile): ReadonlyMap<number, boolean> {
    let known = this.reached.get(file.facts);
    if (known) return known;
    known = new Map();
    this.reached.set(file.facts, known);
    for (const { facts, activations } of this.f.p.activations.functionsOf(file)) {
      for (let op = facts.start as OpId; op < facts.end; op++) {
        if (file.facts.kind[op] !== OP.Catch) continue;
        const isReached =
          activations.length === 0 || activations.some((activation) => this.mayReach(activation, op));
        known.set(file.facts.guard[op]!, isReached);
      }
    }
    return known;
  }

  private mayReach(activation: Activation, op: OpId): boolean {
    const { facts } = activation.file;
    const [start, end, ...before] = listOf(facts, facts.b[op]!);
    const raising = { unknown: false, raised: new Set<Token>() };
    this.addRange(raising, activation, start!, end!);
    if (raising.unknown) return true;
    const isTaken = (token: Token) =>
      before.some((earlier) => this.takes(activation, earlier, token) === true);
    return [...raising.raised].some(
      (token) => this.takes(activation, facts.a[op]!, token) !== false && !isTaken(token),
    );
  }

  private addRange(to: Raising, activation: Activation, start: number, end: number): void {
    for (let op = start as OpId; op < end && !to.unknown; op++) this.addOp(to, activation, op);
  }

  private addOp(to: Raising, activation: Activation, op: OpId): void {
    const { facts } = activation.file;
    const { p } = this.f;
    const kind = facts.kind[op]!;
    if (QUIET.has(kind)) return;
    const held = (operand: number) => p.solver.at(p.node(activation, operand as OpId));
    if (kind === OP.Raise) {
      const tokens = facts.a[op]! < 0 ? [] : held(facts.a[op]!);
      if (tokens.length === 0) to.unknown = true;
      for (const token of tokens) to.raised.add(token);
      return;
    }
    if (kind === OP.LoadName && held(op).every((token) => p.values.kind(token) === VALUE.library)) return;
    const callees = p.edges.at(activation, op);
    if (kind === OP.Attribute && callees.length === 0 && held(op).length > 0) return;
    const isCall = kind === OP.Call || kind === OP.Attribute;
    if (!isCall || callees.length === 0) to.unknown = true;
    else for (const callee of callees) this.addCallee(to, callee);
  }

  private addCallee(to: Raising, callee: Token): void {
    const { values, text } = { values: this.f.p.values, text: (name: number) => this.f.p.text(name) };
    switch (values.kind(callee)) {
      case VALUE.function: {
        const { unknown, raised } = this.summary(values.x(callee) as FunctionId);
        to.unknown ||= unknown;
        for (const token of raised) to.raised.add(token);
        return;
      }
      case VALUE.class:
        return;
      case VALUE.library: {
        const name = text(values.x(callee));
        to.unknown ||= !HARMLESS.has(name) && !EXCEPTION.test(name);
        return;
      }
      case VALUE.libraryMethod:
        to.unknown ||= !KEPT.has(text(values.x(callee)));
        return;
      default:
        to.unknown = true;
    }
  }

  private summary(id: FunctionId): Raising {
    let known = this.summaries.get(id);
    if (known) return known;
    // of functions that call each other, what the rest of the ring raises
    known = { unknown: false, raised: new Set() };
    this.summaries.set(id, known);
    const { start, end, async, generator } = this.f.p.activations.facts(id);
    if (async || generator) return known;
    for (const activation of this.f.p.activations.of(id)) this.addRange(known, activation, start, end);
    return known;
  }

  /** Whether a handler's type takes what is raised; undefined: nothing says so. */
  private takes(activation: Activation, type: number, raised: Token): boolean | undefined {
    if (type < 0) return true;
    const { p, containers } = this.f;
    const wanted = p.solver
      .at(p.node(activation, type as OpId))
      .flatMap((token) =>
        p.values.kind(token) === VALUE.container ? p.solver.at(containers.elements(token)) : [token],
      );
    if (wanted.length === 0) return undefined;
    const classes = classesRaised(this.f, raised);
    if (classes.size === 0) return undefined;
    return wanted.some((token) => classes.has(token));
  }
}
