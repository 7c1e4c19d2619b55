import { OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { operandsOf } from './call-operands.ts';
import { functionIdOf, passedTo } from './passed.ts';
import type { ProgramIndex } from './program-index.ts';
import type { Step } from './ways-back.ts';

/**
 * Which values an op has on one way through the program. The solver takes what all callers pass together, so what it
 * knows of a parameter, or of what a shared function returns, may be another caller's.
 */
export class OwnValues {
  private readonly index: ProgramIndex;
  private readonly returning = new Map<FunctionId, boolean>();
  /** Ops that are looked at: one that depends on itself, through a loop, adds nothing. */
  private readonly looking = new Set<string>();

  constructor(index: ProgramIndex) {
    this.index = index;
  }

  /** The values of an op on the way of a step; `undefined` where those of other callers are among them. */
  of(step: Pick<Step, 'file' | 'entered'>, op: OpId): readonly Token[] | undefined {
    const { file, entered } = step;
    const { facts } = file;
    const id = functionIdOf(this.index, file, op);
    if (facts.kind[op] === OP.Parameter && entered?.callee === id && !this.isReceiver(id, op)) {
      return this.passed(entered, id, op);
    }
    this.looking.clear();
    return this.isOwn(file, op, entered === undefined) ? this.all(id, op) : undefined;
  }

  /** What the call that was entered passes to a parameter. */
  private passed(
    entered: NonNullable<Step['entered']>,
    id: FunctionId,
    op: OpId,
  ): readonly Token[] | undefined {
    const parameter = this.parametersOf(id).findIndex((one) => one.op === op);
    if (parameter < 0) return undefined;
    const found: Token[] = [];
    for (const argument of passedTo(this.index, id, parameter, entered.file, entered.op)) {
      const tokens = this.of({ file: entered.file, entered: entered.before }, argument);
      if (!tokens) return undefined;
      found.push(...tokens);
    }
    return found;
  }

  private all(id: FunctionId, op: OpId): readonly Token[] {
    const { p } = this.index.flow;
    const [first, ...more] = this.index.activationsOf(id);
    if (!first) return [];
    const tokens = p.solver.at(p.node(first, op));
    if (more.length === 0) return tokens;
    return [...new Set([...tokens, ...more.flatMap((each) => [...p.solver.at(p.node(each, op))])])];
  }

  /** @param ofAnyCaller what a parameter holds for some caller counts */
  private isOwn(file: ProgramFile, op: number, ofAnyCaller: boolean): boolean {
    const key = `${file.id}:${op}:${ofAnyCaller}`;
    if (op < 0 || this.looking.has(key)) return true;
    this.looking.add(key);
    const { facts } = file;
    const inner = (operand: number) => this.isOwn(file, operand, ofAnyCaller);
    switch (facts.kind[op]) {
      case OP.Parameter:
        return ofAnyCaller || this.isReceiver(functionIdOf(this.index, file, op as OpId), op);
      case OP.Attribute:
      case OP.Item:
      case OP.Unpack:
      case OP.Iterate:
      case OP.Await:
      case OP.Enter:
        return inner(facts.a[op]!);
      case OP.Boolean:
        return inner(facts.a[op]!) && inner(facts.b[op]!);
      case OP.Join:
        return [...listOf(facts, facts.b[op]!)].every((part) => inner(part));
      case OP.LoadVariable:
        return this.index.flow.stores.of(facts, facts.a[op]!).every((stored) => inner(stored));
      case OP.Call:
        return inner(facts.a[op]!) && this.givesOwn(file, op as OpId, ofAnyCaller);
      default:
        return true;
    }
  }

  /**
   * Whether no function that a call runs gives it what was passed by another. A library callable may give what it is
   * passed, as `max` does.
   */
  private givesOwn(file: ProgramFile, call: OpId, ofAnyCaller: boolean): boolean {
    const { values } = this.index.flow.p;
    const site = this.index.siteAt(file, functionIdOf(this.index, file, call), call);
    let isLibrary = site === undefined;
    for (const { token } of site?.callees ?? []) {
      if (values.kind(token) !== VALUE.function) isLibrary = true;
      else if (!this.returnsOwn(values.x(token) as FunctionId)) return false;
    }
    if (!isLibrary) return true;
    const { positional, named } = operandsOf(file, call);
    return [...positional, ...named.values()].every((op) => this.isOwn(file, op, ofAnyCaller));
  }

  private returnsOwn(id: FunctionId): boolean {
    const known = this.returning.get(id);
    if (known !== undefined) return known;
    // while it is looked into: recursion adds no value
    this.returning.set(id, true);
    const file = this.index.flow.p.activations.fileOfFunction(id);
    const answer = resultOps(this.index, id).every((op) => this.isOwn(file, op, false));
    this.returning.set(id, answer);
    return answer;
  }

  /** `self`: what a method is called on differs by its class at most. */
  private isReceiver(id: FunctionId, op: number): boolean {
    const { owner } = this.index.flow.p.activations.facts(id);
    return owner >= 0 && this.parametersOf(id)[0]?.op === op;
  }

  private parametersOf(id: FunctionId) {
    return this.index.flow.p.activations.facts(id).parameters;
  }
}

/** The ops of what a function returns; of what a generator yields. */
export function resultOps({ flow }: ProgramIndex, id: FunctionId): readonly OpId[] {
  const { kind, a } = flow.p.activations.fileOfFunction(id).facts;
  const { start, end } = flow.p.activations.facts(id);
  const found: OpId[] = [];
  for (let op = start; op < end; op++) {
    if (kind[op] === OP.Return || kind[op] === OP.Yield) found.push(a[op]! as OpId);
  }
  return found;
}
