import { NO_OP, OP, type OpId, PARAMETER } from '../../facts/ir.ts';
import { functionOf, listOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { OriginView } from '../../model/program-view.ts';
import { importedModule } from '../modules/imports.ts';
import type { FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import { operandsOf } from './call-operands.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';

/** A call whose result is followed into the function that it runs, and the call that was entered before it. */
interface Entered {
  readonly file: ProgramFile;
  readonly op: OpId;
  readonly callee: FunctionId;
  readonly before: Entered | undefined;
  readonly depth: number;
}

/** An op of a file: a step on the way back from a value to where it comes from. */
interface Step {
  readonly file: ProgramFile;
  readonly op: OpId;
  /** The way out of a function that was entered by a call leads to the arguments of that call alone. */
  readonly entered: Entered | undefined;
  /** How often the way has left for any caller, or any place that sets a field or variable. */
  readonly departures: number;
}

/** Values are followed through so many ops; beyond, origins are missed. */
const MOST_STEPS = 400;

/** Calls that are entered one in another; beyond, origins are missed. */
const DEEPEST = 4;

/**
 * Each departure takes together what different callers do, so that the way soon is one of no run; beyond, origins are
 * missed.
 */
const MOST_DEPARTURES = 2;

const builtin = (...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => `builtins.${name}`));

/** Classes whose values carry nothing of what they were made from that could be a command or a path. */
const MEASURES = builtin('int', 'float', 'complex', 'bool');

/** Classes whose values may hold any part of what they were made from; of an object of another, the first argument. */
const CARRIERS = builtin('str', 'bytes', 'bytearray', 'list', 'tuple', 'dict', 'set', 'frozenset');

/**
 * Where a value comes from: backward through names, attributes, containers, formatting, operators, arguments of the
 * functions it was a parameter of, and results of functions. A library call gives an origin of its own, and is
 * followed into what it was given, since most results hold some of it; not where its result is a number. What goes
 * into a call comes out of that call; conditions are not told apart, and neither are objects of one class: errs toward
 * an origin too many.
 */
export function originsOf(index: ProgramIndex, file: ProgramFile, op: OpId): readonly OriginView[] {
  return new Origins(index).from({ file, op });
}

class Origins {
  private readonly index: ProgramIndex;
  private readonly seen = new Set<string>();
  private readonly queue: Step[] = [];
  private readonly found: OriginView[] = [];

  constructor(index: ProgramIndex) {
    this.index = index;
  }

  from(start: Pick<Step, 'file' | 'op'>): readonly OriginView[] {
    this.push({ ...start, entered: undefined, departures: 0 }, start.file, start.op);
    for (
      let step = this.queue.shift();
      step !== undefined && this.seen.size < MOST_STEPS;
      step = this.queue.shift()
    ) {
      this.step(step);
    }
    return this.found;
  }

  /** Goes on at ops of the same function, or of one that is entered or left as `way` says. */
  private push(
    { entered, departures }: Pick<Step, 'entered' | 'departures'>,
    file: ProgramFile,
    ...ops: readonly number[]
  ): void {
    const within = entered === undefined ? '' : `${entered.file.id}:${entered.op}/${entered.depth}`;
    for (const op of ops) {
      const key = `${file.id}:${op}:${within}`;
      if (op === NO_OP || op < 0 || this.seen.has(key)) continue;
      this.seen.add(key);
      this.queue.push({ file, op: op as OpId, entered, departures });
    }
  }

  /** Goes on where any caller, or any place that sets something, may be. */
  private depart({ departures }: Step, file: ProgramFile, ...ops: readonly number[]): void {
    if (departures >= MOST_DEPARTURES) return;
    this.push({ entered: undefined, departures: departures + 1 }, file, ...ops);
  }

  private note({ file, op }: Pick<Step, 'file' | 'op'>, kind: OriginView['kind'], name: string): void {
    this.found.push({ ...placeOf(file, op), kind, name });
  }

  private step(step: Step): void {
    const { file, op } = step;
    if (this.isOf(step, (name) => MEASURES.has(name))) return;
    const { facts } = file;
    const [a, b] = [facts.a[op]!, facts.b[op]!];
    switch (facts.kind[op]) {
      case OP.Call:
        return this.call(step);
      case OP.Parameter:
        return this.parameter(step);
      case OP.Attribute:
        return this.attribute(step);
      case OP.Import:
      case OP.ImportFrom:
        return this.imported(step);
      case OP.LoadVariable:
        return this.variable(step, a);
      case OP.Item:
      case OP.Unpack:
      case OP.Iterate:
      case OP.Await:
      case OP.Enter:
      case OP.FormatField:
      case OP.Unary:
      case OP.YieldFrom:
        return this.push(step, file, a);
      case OP.Boolean:
      case OP.Binary:
      case OP.InPlace:
        return this.push(step, file, a, b);
      case OP.Join:
      case OP.Format:
      case OP.Comprehension:
        return this.push(step, file, ...listOf(facts, b));
      case OP.Container:
        return this.push(step, file, ...listOf(facts, b).map((item) => (item < -1 ? -2 - item : item)));
      default:
        return;
    }
  }

  private call(step: Step): void {
    const { file, op } = step;
    const { index } = this;
    const { values } = index.flow.p;
    const site = index.siteAt(file, this.functionOf(step), op);
    let isLibrary = site === undefined;
    for (const { token } of site?.callees ?? []) {
      if (values.kind(token) === VALUE.function) this.results(step, values.x(token) as FunctionId);
      if (values.kind(token) !== VALUE.library && values.kind(token) !== VALUE.libraryMethod) continue;
      isLibrary = true;
      this.note(step, 'call', index.flow.p.canonical(index.flow.p.text(values.x(token))));
    }
    if (!isLibrary) return;
    const { positional, named } = operandsOf(file, op);
    const carries = !this.isOf(step, (name) => !CARRIERS.has(name));
    this.push(step, file, ...(carries ? [...positional, ...named.values()] : positional.slice(0, 1)));
    const callee = file.facts.a[op]! as OpId;
    if (file.facts.kind[callee] === OP.Attribute) this.push(step, file, file.facts.a[callee]!);
  }

  /** Whether all that is known of an op's value are instances of library classes that fit. */
  private isOf({ file, op }: Pick<Step, 'file' | 'op'>, fits: (name: string) => boolean): boolean {
    const { p } = this.index.flow;
    const id = this.functionOf({ file, op });
    const tokens = this.index.activationsOf(id).flatMap((each) => [...p.solver.at(p.node(each, op))]);
    return (
      tokens.length > 0 &&
      tokens.every(
        (token) => p.values.kind(token) === VALUE.libraryInstance && fits(p.text(p.values.x(token))),
      )
    );
  }

  /** What a function returns; what a generator yields. */
  private results(step: Step, callee: FunctionId): void {
    const depth = (step.entered?.depth ?? 0) + 1;
    if (depth > DEEPEST) return;
    const entered = { file: step.file, op: step.op, callee, before: step.entered, depth };
    const way = { entered, departures: step.departures };
    const { activations } = this.index.flow.p;
    const file = activations.fileOfFunction(callee);
    const { start, end } = activations.facts(callee);
    for (let op = start; op < end; op++) {
      const kind = file.facts.kind[op];
      if (kind === OP.Return || kind === OP.Yield) this.push(way, file, file.facts.a[op]!);
    }
  }

  /** What callers pass: by position, by name, or the default. */
  private parameter(step: Step): void {
    const { file, op } = step;
    const id = this.functionOf(step);
    const facts = this.index.flow.p.activations.facts(id);
    const at = facts.parameters.findIndex((parameter) => parameter.op === op);
    const parameter = facts.parameters[at];
    if (parameter === undefined) return;
    const calls = this.index.callsOf(id);
    if (calls.length === 0) return this.note(step, 'parameter', parameter.name);
    this.push(step, file, parameter.default);
    const { entered, departures } = step;
    const isMany = parameter.kind === PARAMETER.star || parameter.kind === PARAMETER.doubleStar;
    for (const site of entered?.callee === id ? [entered] : calls) {
      const { positional, named } = operandsOf(site.file, site.op);
      const bound = this.isBound(id, site.file, site.op) ? 1 : 0;
      const passed = isMany
        ? [...positional.slice(at - bound), ...named.values()]
        : [positional[at - bound] ?? named.get(parameter.name) ?? NO_OP];
      if (entered?.callee === id) this.push({ entered: entered.before, departures }, site.file, ...passed);
      else this.depart(step, site.file, ...passed);
    }
  }

  /** A method called on an object: its first parameter is no argument of the call. */
  private isBound(id: FunctionId, file: ProgramFile, op: OpId): boolean {
    const { p } = this.index.flow;
    if (p.activations.facts(id).owner < 0) return false;
    const callee = file.facts.a[op]! as OpId;
    return p.activations
      .of(this.functionOf({ file, op }))
      .some((each) =>
        p.solver.at(p.node(each, callee)).some((token) => p.values.kind(token) !== VALUE.function),
      );
  }

  private attribute(step: Step): void {
    const { file, op } = step;
    const object = file.facts.a[op]! as OpId;
    const { p } = this.index.flow;
    const name = file.facts.names[file.facts.b[op]!]!;
    for (const each of p.activations.of(this.functionOf(step))) {
      for (const token of p.solver.at(p.node(each, object))) {
        const kind = p.values.kind(token);
        if (kind === VALUE.library || kind === VALUE.libraryInstance)
          this.note(step, 'attribute', p.canonical(`${p.text(p.values.x(token))}.${name}`));
        for (const value of this.index.fieldValues(token, name)) this.depart(step, value.file, value.op);
      }
    }
    this.push(step, file, object);
  }

  private imported(step: Step): void {
    const { file, op } = step;
    const { flow } = this.index;
    const [activation] = flow.p.activations.of(this.functionOf(step));
    if (file.facts.kind[op] !== OP.ImportFrom || !activation) return;
    const module = importedModule(activation, op, flow);
    const name = file.facts.names[file.facts.b[op]!]!;
    if (module === undefined) return;
    const target = flow.p.program.resolve(file.id, module);
    if (target.kind === 'external')
      return this.note(step, 'attribute', flow.p.canonical(`${module}.${name}`));
    if (target.kind !== 'file') return;
    const other = flow.p.program.files[target.file]!;
    const variable = other.facts.globals.get(name);
    if (variable !== undefined) this.depart(step, other, ...flow.stores.of(other.facts, variable));
  }

  /** What a variable is set to: by the function itself, or by any that shares it. */
  private variable(step: Step, variable: number): void {
    const { file } = step;
    const own = this.functionOf(step);
    for (const op of this.index.flow.stores.of(file.facts, variable)) {
      if (this.functionOf({ file, op: op as OpId }) === own) this.push(step, file, op);
      else this.depart(step, file, op);
    }
  }

  private functionOf({ file, op }: Pick<Step, 'file' | 'op'>): FunctionId {
    return this.index.flow.p.activations.functionId(file, functionOf(file.facts, op));
  }
}
