import { CALL_FLAGS, CONTAINER, NO_OP, OP, type OpId } from '../../facts/ir.ts';
import { constantTexts, functionOf, listOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import { importedModule } from '../modules/imports.ts';
import type { FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { functionIdOf, passedTo } from './passed.ts';
import type { ProgramIndex } from './program-index.ts';

/** Parameters of a function, by their ops, with the texts that they are taken to be. */
export type Given = ReadonlyMap<number, string>;
export const NOTHING_GIVEN: Given = new Map();

/** Names, containers and conditions within each other that are looked through. */
const DEEPEST = 20;

const CONTAINERS: ReadonlySet<string> = new Set(['frozenset', 'set', 'tuple', 'list']);

/**
 * What conditions come to where parameters are given texts: comparisons, `in`, `startswith`, `endswith` with constants,
 * which may be bound to a name of this module or another. A container that is changed later is taken as it was made.
 */
export class GivenTexts {
  private readonly index: ProgramIndex;

  constructor(index: ProgramIndex) {
    this.index = index;
  }

  /** Whether a condition holds; `undefined` where that is not known. */
  holds(file: ProgramFile, op: number, given: Given, depth = 0): boolean | undefined {
    if (op < 0 || depth > DEEPEST) return undefined;
    const { facts } = file;
    const part = (operand: number) => this.holds(file, operand, given, depth + 1);
    switch (facts.kind[op]) {
      case OP.Unary: {
        const holds = facts.names[facts.c[op]!] === 'not' ? part(facts.a[op]!) : undefined;
        return holds === undefined ? undefined : !holds;
      }
      case OP.Boolean: {
        const [left, right] = [part(facts.a[op]!), part(facts.b[op]!)];
        const decides = facts.c[op] === 0;
        if (left === decides || right === decides) return decides;
        return left === undefined || right === undefined ? undefined : !decides;
      }
      case OP.Compare:
        return this.compared(file, op as OpId, given, depth);
      case OP.Call:
        return this.begins(file, op as OpId, given, depth);
      case OP.Parameter:
        return given.has(op) ? given.get(op) !== '' : undefined;
      default:
        return undefined;
    }
  }

  /** What the parameters of a function are given by a call that stands where others are given; empty if unknown. */
  passedOn(file: ProgramFile, call: OpId, callee: FunctionId, given: Given): Given {
    if (given.size === 0 || !this.isCalled(file, call, callee)) return NOTHING_GIVEN;
    const passed = new Map<number, string>();
    for (const [at, { op }] of this.index.flow.p.activations.facts(callee).parameters.entries()) {
      const [only = NO_OP, ...more] = passedTo(this.index, callee, at, file, call);
      const text = more.length === 0 ? this.text(file, only, given, 0) : undefined;
      if (text !== undefined) passed.set(op, text);
    }
    return passed;
  }

  /** The callee is what the call names, not a callback that something else passes arguments to. */
  private isCalled(file: ProgramFile, call: OpId, callee: FunctionId): boolean {
    const { p } = this.index.flow;
    if (file.facts.kind[call] !== OP.Call || file.facts.c[call] === CALL_FLAGS.decorator) return false;
    return this.index.activationsOf(functionIdOf(this.index, file, call)).some((each) =>
      p.solver.at(p.node(each, file.facts.a[call]! as OpId)).some((token) => {
        const fn = p.values.kind(token) === VALUE.boundMethod ? (p.values.x(token) as Token) : token;
        return p.values.kind(fn) === VALUE.function && p.values.x(fn) === callee;
      }),
    );
  }

  private compared(file: ProgramFile, op: OpId, given: Given, depth: number): boolean | undefined {
    const { facts } = file;
    const operator = facts.names[facts.c[op]!]!;
    const left = this.text(file, facts.a[op]!, given, depth);
    if (left === undefined) return undefined;
    if (operator === 'in' || operator === 'not in') {
      const isIn = this.texts(file, facts.b[op]!, depth)?.includes(left);
      return isIn === undefined ? undefined : isIn === (operator === 'in');
    }
    const right = this.text(file, facts.b[op]!, given, depth);
    if (right === undefined || (operator !== '==' && operator !== '!=')) return undefined;
    return (left === right) === (operator === '==');
  }

  /** `event.startswith("socket.")`, with one or several. */
  private begins(file: ProgramFile, op: OpId, given: Given, depth: number): boolean | undefined {
    const { facts } = file;
    const callee = facts.a[op]!;
    const list = listOf(facts, facts.b[op]!);
    if (facts.kind[callee] !== OP.Attribute || list.length !== 3) return undefined;
    const text = this.text(file, facts.a[callee]!, given, depth);
    const affixes = text === undefined ? undefined : this.texts(file, list[2]!, depth);
    if (text === undefined || !affixes) return undefined;
    const method = facts.names[facts.b[callee]!]!;
    if (method === 'startswith') return affixes.some((affix) => text.startsWith(affix));
    return method === 'endswith' ? affixes.some((affix) => text.endsWith(affix)) : undefined;
  }

  private text(file: ProgramFile, op: number, given: Given, depth: number): string | undefined {
    if (op < 0 || depth > DEEPEST) return undefined;
    const { facts } = file;
    if (facts.kind[op] === OP.Parameter) return given.get(op);
    if (facts.kind[op] === OP.Const) return constantTexts(facts, op as OpId)?.[0];
    const bound = this.boundTo(file, op as OpId);
    return bound && this.text(bound.file, bound.op, given, depth + 1);
  }

  /** The text constants in a container, or a text by itself. */
  private texts(file: ProgramFile, op: number, depth: number): readonly string[] | undefined {
    if (op < 0 || depth > DEEPEST) return undefined;
    const { facts } = file;
    if (facts.kind[op] === OP.Container && facts.a[op] === CONTAINER.dict) {
      const keys = [...listOf(facts, facts.b[op]!)].filter((_, at) => at % 2 === 0);
      const texts = keys.map((key) => (key < 0 ? undefined : constantTexts(facts, key as OpId)?.[0]));
      return texts.every((text) => text !== undefined) ? texts : undefined;
    }
    const constant = constantTexts(facts, op as OpId);
    if (constant) return constant;
    if (facts.kind[op] === OP.Call) {
      const callee = facts.a[op]!;
      const list = listOf(facts, facts.b[op]!);
      const isContainer =
        facts.kind[callee] === OP.LoadName && CONTAINERS.has(facts.names[facts.a[callee]!]!);
      return isContainer && list.length === 3 ? this.texts(file, list[2]!, depth + 1) : undefined;
    }
    const bound = this.boundTo(file, op as OpId);
    return bound && this.texts(bound.file, bound.op, depth + 1);
  }

  /** What a name stands for that is bound once, here or in the module it is imported from. */
  private boundTo(
    file: ProgramFile,
    op: OpId,
  ): { readonly file: ProgramFile; readonly op: number } | undefined {
    const { flow } = this.index;
    const { facts } = file;
    if (facts.kind[op] === OP.LoadVariable) {
      const [stored, ...more] = flow.stores.of(facts, facts.a[op]!);
      return stored === undefined || more.length > 0 ? undefined : { file, op: stored };
    }
    if (facts.kind[op] !== OP.ImportFrom) return undefined;
    const [activation] = this.index.activationsOf(flow.p.activations.functionId(file, functionOf(facts, op)));
    const module = activation && importedModule(activation, op, flow);
    const target = module === undefined ? undefined : flow.p.program.resolve(file.id, module);
    if (target?.kind !== 'file') return undefined;
    const other = flow.p.program.files[target.file]!;
    const variable = other.facts.globals.get(facts.names[facts.b[op]!]!);
    const [stored, ...more] = variable === undefined ? [] : flow.stores.of(other.facts, variable);
    return stored === undefined || more.length > 0 ? undefined : { file: other, op: stored };
  }
}
