import { OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import { edgeConfidence } from '../../model/confidence.ts';
import type { OriginView } from '../../model/program-view.ts';
import { type Callee, calleeKey } from '../graph/call-sites.ts';
import { importedModule } from '../modules/imports.ts';
import type { FunctionId } from '../solve/activations.ts';
import { VALUE } from '../solve/values.ts';
import { operandsOf } from './call-operands.ts';
import { OwnValues, resultOps } from './own-values.ts';
import { functionIdOf, passedTo } from './passed.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';
import { type Step, WaysBack } from './ways-back.ts';

const builtin = (...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map((name) => `builtins.${name}`));

/** Classes whose values carry nothing of what they were made from that could be a command or a path. */
const MEASURES = builtin('int', 'float', 'complex', 'bool');

/** Ops of which each operand is asked by itself: flags are put together of names. */
const OF_OPERANDS: ReadonlySet<number> = new Set([OP.Binary, OP.Boolean, OP.InPlace, OP.Join]);

/** Classes whose values may hold any part of what they were made from; of an object of another, the first argument. */
const CARRIERS = builtin('str', 'bytes', 'bytearray', 'list', 'tuple', 'dict', 'set', 'frozenset');

/** Methods of texts whose result is made of the text alone: an encoding or a separator is no part of it. */
const FROM_OBJECT = /^(?:decode|encode|[lr]?strip|r?split|splitlines)$/;

/**
 * Where a value comes from: backward through names, attributes, containers, formatting, operators, arguments of the
 * functions it was a parameter of, and results of functions. A library call gives an origin of its own, and is
 * followed into what it was given, since most results hold some of it; not where its result is a number. What goes
 * into a call comes out of that call; conditions are not told apart, and neither are objects of one class: errs toward
 * an origin too many.
 */
export function originsOf(index: ProgramIndex, file: ProgramFile, op: OpId): readonly OriginView[] {
  return new Origins(index).from(file, op);
}

class Origins {
  private readonly index: ProgramIndex;
  private readonly ways = new WaysBack();
  private readonly own: OwnValues;
  private readonly found: OriginView[] = [];

  constructor(index: ProgramIndex) {
    this.index = index;
    this.own = new OwnValues(index);
  }

  from(file: ProgramFile, op: OpId): readonly OriginView[] {
    this.ways.push({ entered: undefined, departures: 0 }, file, op);
    for (let step = this.ways.next(); step !== undefined; step = this.ways.next()) this.step(step);
    return this.found;
  }

  private note({ file, op }: Pick<Step, 'file' | 'op'>, kind: OriginView['kind'], name: string): void {
    this.found.push({ ...placeOf(file, op), kind, name });
  }

  private step(step: Step): void {
    const { file, op } = step;
    const { facts } = file;
    if (!OF_OPERANDS.has(facts.kind[op]!) && this.isOf(step, (name) => MEASURES.has(name))) return;
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
        return this.ways.push(step, file, a);
      case OP.Boolean:
      case OP.Binary:
      case OP.InPlace:
        return this.ways.push(step, file, a, b);
      case OP.Join:
      case OP.Format:
      case OP.Comprehension:
        return this.ways.push(step, file, ...listOf(facts, b));
      case OP.Container:
        return this.ways.push(step, file, ...listOf(facts, b).map((item) => (item < -1 ? -2 - item : item)));
      default:
        return;
    }
  }

  private call(step: Step): void {
    const { file, op } = step;
    const { p } = this.index.flow;
    const callees = this.callees(step);
    let isOutside = callees.length === 0;
    for (const { token } of callees) {
      const kind = p.values.kind(token);
      if (kind === VALUE.function) this.results(step, p.values.x(token) as FunctionId);
      if (kind !== VALUE.library && kind !== VALUE.libraryMethod) continue;
      isOutside = true;
      this.note(step, 'call', p.canonical(p.text(p.values.x(token))));
    }
    if (!isOutside) return;
    const isFunction = callees.some(({ token }) => p.values.kind(token) === VALUE.library);
    this.ways.push(step, file, ...this.carried(step, isFunction));
    const callee = file.facts.a[op]!;
    if (file.facts.kind[callee] === OP.Attribute) this.ways.push(step, file, file.facts.a[callee]!);
  }

  /** What a call runs on the way of the step, guesses left out; empty where that is not known. */
  private callees(step: Step): readonly Callee[] {
    const { file, op } = step;
    const { flow } = this.index;
    const callee = file.facts.a[op]! as OpId;
    const site = this.index.siteAt(file, functionIdOf(this.index, file, op), op);
    const called = site && this.own.of(step, callee);
    if (!called) return [];
    const likely = site.callees.filter(({ cost }) => edgeConfidence(cost) !== 'low');
    if (file.facts.kind[callee] !== OP.Parameter) return likely;
    const here = new Set(called.map((token) => calleeKey(flow, token)));
    return likely.filter(({ token }) => here.has(calleeKey(flow, token)));
  }

  /** The arguments of a call outside the program of which its result may hold a part. */
  private carried(step: Step, isFunction: boolean): readonly OpId[] {
    const { file, op } = step;
    const { facts } = file;
    const callee = facts.a[op]!;
    const isMethod = !isFunction && facts.kind[callee] === OP.Attribute;
    if (isMethod && FROM_OBJECT.test(facts.names[facts.b[callee]!]!)) return [];
    const { positional, named } = operandsOf(file, op);
    const isCarrier = !this.isOf(step, (name) => !CARRIERS.has(name));
    return isCarrier ? [...positional, ...named.values()] : positional.slice(0, 1);
  }

  /** Whether all that is known of an op's value are instances of library classes that fit. */
  private isOf({ file, op }: Pick<Step, 'file' | 'op'>, fits: (name: string) => boolean): boolean {
    const { p } = this.index.flow;
    let isKnown = false;
    // asked at every step: nothing is gathered, and the first value that does not fit ends it
    for (const each of this.index.activationsOf(functionIdOf(this.index, file, op))) {
      for (const token of p.solver.at(p.node(each, op))) {
        if (p.values.kind(token) !== VALUE.libraryInstance || !fits(p.text(p.values.x(token)))) return false;
        isKnown = true;
      }
    }
    return isKnown;
  }

  private results(step: Step, callee: FunctionId): void {
    const file = this.index.flow.p.activations.fileOfFunction(callee);
    this.ways.enter(step, callee, file, resultOps(this.index, callee));
  }

  /** What callers pass: by position, by name, or the default. */
  private parameter(step: Step): void {
    const { file, op, entered, departures } = step;
    const id = functionIdOf(this.index, file, op);
    const { parameters } = this.index.flow.p.activations.facts(id);
    const at = parameters.findIndex((parameter) => parameter.op === op);
    const parameter = parameters[at];
    if (parameter === undefined) return;
    const calls = this.index.callsOf(id);
    if (calls.length === 0) return this.note(step, 'parameter', parameter.name);
    this.ways.push(step, file, parameter.default);
    if (entered?.callee === id) {
      const passed = passedTo(this.index, id, at, entered.file, entered.op);
      return this.ways.push({ entered: entered.before, departures }, entered.file, ...passed);
    }
    for (const site of calls)
      this.ways.depart(step, site.file, ...passedTo(this.index, id, at, site.file, site.op));
  }

  private attribute(step: Step): void {
    const { file, op } = step;
    const object = file.facts.a[op]! as OpId;
    const { p } = this.index.flow;
    const name = file.facts.names[file.facts.b[op]!]!;
    for (const token of this.own.of(step, object) ?? []) {
      const kind = p.values.kind(token);
      if (kind === VALUE.library || kind === VALUE.libraryInstance)
        this.note(step, 'attribute', p.canonical(`${p.text(p.values.x(token))}.${name}`));
      for (const value of this.index.fieldValues(token, name)) this.ways.depart(step, value.file, value.op);
    }
    this.ways.push(step, file, object);
  }

  private imported(step: Step): void {
    const { file, op } = step;
    const { flow } = this.index;
    const [activation] = flow.p.activations.of(functionIdOf(this.index, file, op));
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
    if (variable !== undefined) this.ways.depart(step, other, ...flow.stores.of(other.facts, variable));
  }

  /** What a variable is set to: by the function itself, or by any that shares it. */
  private variable(step: Step, variable: number): void {
    const { file } = step;
    const own = functionIdOf(this.index, file, step.op);
    for (const op of this.index.flow.stores.of(file.facts, variable) as readonly OpId[]) {
      if (functionIdOf(this.index, file, op) === own) this.ways.push(step, file, op);
      else this.ways.depart(step, file, op);
    }
  }
}
