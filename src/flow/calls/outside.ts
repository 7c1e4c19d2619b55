import { instanceApart } from '../classes/instances.ts';
import type { Flow, UnseenUses } from '../flow.ts';
import { passAtStart } from '../library/interpreter-calls.ts';
import { receiverContext } from '../library/receivers.ts';
import type { Activation, ActivationId, Activations, FunctionId } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE, WRAPPER } from '../solve/values.ts';

/**
 * Functions and classes that code out of sight may use. Rounds: what the program itself calls is solved first, with
 * the arguments and receivers it really passes; then every function that nobody called is entered with nobody's
 * arguments, and methods nobody called with an instance of each class that has them; and again for what that makes.
 * Errs toward missing calls that only code out of sight makes of functions that the program calls otherwise.
 */
export class Outside implements UnseenUses {
  private round = 0;
  private functions: Token[] = [];
  private classes: Token[] = [];
  /** Round in which a function value was first called. */
  private readonly called = new Map<Token, number>();
  /** Activations that nothing in sight calls. */
  private readonly unseen = new Set<ActivationId>();
  private readonly wired: () => Flow;

  constructor(wired: () => Flow) {
    this.wired = wired;
  }

  private get f(): Flow {
    return this.wired();
  }

  functionMade(token: Token): void {
    this.functions.push(token);
  }

  classMade(token: Token): void {
    this.classes.push(token);
  }

  functionCalled(token: Token): void {
    if (!this.called.has(token)) this.called.set(token, this.round);
  }

  activationCalled(id: ActivationId): void {
    if (this.unseen.size > 0) this.unseen.delete(id);
  }

  isOutOfSight(id: ActivationId): boolean {
    return this.unseen.has(id);
  }

  enterRest(): boolean {
    const { functions, classes } = this;
    if (functions.length === 0 && classes.length === 0) return this.enterRuledOut();
    this.functions = [];
    this.classes = [];
    this.round++;
    for (const token of functions) if (this.isOpen(token, this.round)) this.enter(token, undefined);
    for (const type of classes) this.enterMethods(type, this.round);
    return true;
  }

  /** What all calls in sight rule out, others may decide otherwise. */
  private enterRuledOut(): boolean {
    const { values } = this.f.p;
    const uncovered = this.f.decisions.takeUncovered(this.f);
    for (const { fn, receiver } of uncovered) {
      const isInstance = receiver !== undefined && values.kind(receiver) === VALUE.instance;
      this.enter(fn, isInstance ? instanceOutOfSight(this.f, receiver) : receiver);
    }
    return uncovered.length > 0;
  }

  private enter(fn: Token, receiver: Token | undefined): void {
    const entered = enterUnknown(this.f, fn, receiver);
    if (entered?.isNew) this.unseen.add(entered.activation.id);
  }

  private isOpen(fn: Token, round: number): boolean {
    return this.f.summarises !== undefined || (this.called.get(fn) ?? round) >= round;
  }

  /** Every method that instances of the class have is entered with such an instance. */
  private enterMethods(type: Token, round: number): void {
    const { f } = this;
    const { values, solver } = f.p;
    const record = f.classes.of(type);
    const instance = values.of(VALUE.instance, type);
    const entered = new Set<number>();
    const enter = (token: Token) => this.enterMethod(token, type, instance, round);
    const run = () => {
      const names = new Set<number>();
      for (const entry of record.order) {
        if (values.kind(entry) !== VALUE.class) continue;
        for (const name of f.classes.of(entry).attributes) {
          if (names.has(name)) continue;
          names.add(name);
          const field = f.p.field(entry, name);
          if (entered.has(field)) continue;
          entered.add(field);
          solver.on(field, enter);
        }
      }
    };
    record.lookups.push(run);
    run();
  }

  private enterMethod(token: Token, type: Token, instance: Token, round: number): void {
    const { f } = this;
    const { values, solver } = f.p;
    const enter = (fn: Token, receiver: Token | undefined) => {
      if (values.kind(fn) === VALUE.function && this.isOpen(fn, round)) this.enter(fn, receiver);
    };
    if (values.kind(token) === VALUE.function) {
      const { name } = f.p.activations.facts(values.x(token) as FunctionId);
      const onClass = name === '__new__' || name === '__init_subclass__' || name === '__class_getitem__';
      return enter(token, onClass ? type : instance);
    }
    if (values.kind(token) !== VALUE.wrapper || values.y(token) === WRAPPER.generatedInit) return;
    const classMethod = values.y(token) === WRAPPER.classMethod;
    const staticMethod = values.y(token) === WRAPPER.staticMethod;
    const accessors = ['fset', 'fdel'].map((name) => f.p.field(token, f.p.name(name)));
    for (const node of [values.x(token) as Node, ...accessors]) {
      solver.on(node, (fn) => enter(fn, staticMethod ? undefined : classMethod ? type : instance));
    }
  }
}

/**
 * Starts a function as an entry point: nobody in sight passes its arguments, so that its defaults hold. Of installed
 * packages only what the project reaches counts.
 */
function enterUnknown(
  f: Flow,
  fn: Token,
  receiver: Token | undefined,
): ReturnType<Activations['enter']> | undefined {
  const { values, solver } = f.p;
  const id = values.x(fn) as FunctionId;
  if (f.p.activations.fileOfFunction(id).isDependency && !f.summarises) return undefined;
  const around = values.y(fn) as ActivationId;
  const context = receiver === undefined ? -1 : receiverContext(f, id, receiver);
  const entered = f.p.activations.enter(id, around, context);
  const activation = f.p.activate(entered);
  const { parameters } = f.p.activations.facts(id);
  const [first] = parameters;
  if (receiver !== undefined && first) solver.add(f.p.node(activation, first.op), receiver);
  for (let index = 0; index < parameters.length; index++) flowDefault(f, activation, index);
  if (f.summarises) passAtStart(f, activation);
  return entered;
}

/** An instance that code out of sight made: what it is given, instances made in sight are not. */
function instanceOutOfSight(f: Flow, instance: Token): Token {
  const { values } = f.p;
  const record = f.classes.of(values.x(instance) as Token);
  return f.contexts.isClose ? instanceApart(f, record) : values.of(VALUE.instance, record.token);
}

/** The default of a parameter, made where the function was defined, reaches it. */
export function flowDefault(f: Flow, callee: Activation, index: number): void {
  const { facts } = callee.file;
  const parameter = facts.functions[callee.index]!.parameters[index]!;
  if (parameter.default < 0 || callee.around < 0) return;
  const around = f.p.activations.all[callee.around]!;
  f.p.solver.flow(f.p.node(around, parameter.default), f.p.node(callee, parameter.op));
}
