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

const builtins = (names: string): ReadonlySet<string> =>
  new Set(names.split(' ').map((name) => `builtins.${name}`));

/** Builtins that raise nothing of what programs usually hand them. */
const HARMLESS = builtins('print len isinstance issubclass callable id type str bool object super');
/** Those that raise nothing where they are given nothing. */
const HARMLESS_ALONE = builtins('list dict set tuple');

/** What ops raise by themselves; who names one of these in a handler has seen it. */
const OF_ITS_OWN = builtins(
  'TypeError AttributeError NameError UnboundLocalError RecursionError MemoryError KeyboardInterrupt GeneratorExit',
);
const EXCEPTION = /^builtins\.\w*(Error|Exception|Warning|Exit|Interrupt|Iteration)$/;
/** Methods that only keep what they are given. */
const KEEPING = new Set(['builtins.list.append', 'builtins.set.add']);

/**
 * Which handlers of a small program that runs itself are ever reached: those behind a `try` block of which something
 * may raise what nothing says, or raises what the handler takes and none before it, and those that name what ops raise
 * by themselves. Errs toward reached; and where every exception is taken, toward missing names that are not bound yet,
 * interrupts and memory.
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
    if (this.namesOwn(activation, facts.a[op]!)) return true;
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
    const callees = p.edges.at(activation, op);
    for (const callee of callees) this.addCallee(to, activation, op, callee);
    if (QUIET.has(kind)) return;
    const held = (operand: number) => p.solver.at(p.node(activation, operand as OpId));
    const isLibrary = (token: Token) => p.values.kind(token) === VALUE.library;
    switch (kind) {
      case OP.Raise: {
        const tokens = facts.a[op]! < 0 ? [] : held(facts.a[op]!);
        to.unknown ||= tokens.length === 0;
        for (const token of tokens) to.raised.add(token);
        return;
      }
      case OP.LoadName:
        to.unknown ||= !held(op).every(isLibrary);
        return;
      case OP.Attribute:
        if (callees.length === 0 && !this.isThere(held(facts.a[op]!), held(op))) {
          to.raised.add(p.library('builtins.AttributeError'));
        }
        return;
      case OP.Call:
        to.unknown ||= callees.length === 0;
        // arguments that do not fit are no call
        if (held(facts.a[op]!).length !== 1) to.raised.add(p.library('builtins.TypeError'));
        return;
      default:
        to.unknown = true;
    }
  }

  /** Whether an attribute is surely there: a single object has it by its class, or is a module or class that has it. */
  private isThere(objects: readonly Token[], found: readonly Token[]): boolean {
    const { values } = this.f.p;
    const [object] = objects;
    if (object === undefined || objects.length > 1 || found.length === 0) return false;
    const kind = values.kind(object);
    if (kind === VALUE.module || kind === VALUE.class || kind === VALUE.library) return true;
    return found.every((token) => {
      const of = values.kind(token);
      return of === VALUE.boundMethod || of === VALUE.libraryMethod;
    });
  }

  private addCallee(to: Raising, { file: { facts } }: Activation, op: OpId, callee: Token): void {
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
        const isHarmless =
          HARMLESS.has(name) ||
          EXCEPTION.test(name) ||
          (HARMLESS_ALONE.has(name) &&
            facts.kind[op] === OP.Call &&
            listOf(facts, facts.b[op]!).length === 0);
        to.unknown ||= !isHarmless;
        return;
      }
      case VALUE.libraryMethod:
        to.unknown ||= !KEEPING.has(text(values.x(callee)));
        return;
      default:
        to.unknown = true;
    }
  }

  private summary(id: FunctionId): Raising {
    let known = this.summaries.get(id);
    if (known) return known;
    // of functions that call each other nothing says what the rest of the ring raises, nor whether it ends
    this.summaries.set(id, { unknown: true, raised: new Set() });
    known = { unknown: false, raised: new Set() };
    const { start, end, async, generator } = this.f.p.activations.facts(id);
    if (!async && !generator) {
      for (const activation of this.f.p.activations.of(id)) this.addRange(known, activation, start, end);
    }
    this.summaries.set(id, known);
    return known;
  }

  /** Whether a handler names an exception that ops raise by themselves. */
  private namesOwn(activation: Activation, type: number): boolean {
    const { values } = this.f.p;
    return this.typesOf(activation, type).some(
      (token) => values.kind(token) === VALUE.library && OF_ITS_OWN.has(this.f.p.text(values.x(token))),
    );
  }

  private typesOf(activation: Activation, type: number): readonly Token[] {
    if (type < 0) return [];
    const { p, containers } = this.f;
    return p.solver
      .at(p.node(activation, type as OpId))
      .flatMap((token) =>
        p.values.kind(token) === VALUE.container ? p.solver.at(containers.elements(token)) : [token],
      );
  }

  /** Whether a handler's type takes what is raised; undefined: nothing says so. */
  private takes(activation: Activation, type: number, raised: Token): boolean | undefined {
    if (type < 0) return true;
    const wanted = this.typesOf(activation, type);
    if (wanted.length === 0) return undefined;
    const classes = classesRaised(this.f, raised);
    if (classes.size === 0) return undefined;
    return wanted.some((token) => classes.has(token));
  }
}
