import { type GuardId, OP, type OpId } from '../../facts/ir.ts';
import type { ArgumentTest } from '../../stdlib/closure.ts';
import { argumentTest, costOfTests, isSame, type ParameterTest } from '../conditions/argument-tests.ts';
import { parameterTests } from '../conditions/parameter-tests.ts';
import type { Flow } from '../flow.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { type Answer, leftOfOne, OPEN } from './handed-tests.ts';
import { Operands } from './operands.ts';

/** What callers leave of the conditions that a way puts on the parameters of a function. */
export interface Left {
  /** Conditions on parameters that the caller hands on. */
  readonly tests: readonly ParameterTest[];
  /** How many nothing decides. */
  readonly open: number;
}

export const NO_TESTS: readonly ParameterTest[] = [];
const MOST = 3;

/** Names of functions of a module. */
const DEFINED = /^\w+$/;

/** Conditions on parameters of a library's functions, decided by the arguments of its calls. */
export class CallerTests {
  private readonly f: Flow;
  private readonly operands = new Map<number, Operands>();

  constructor(f: Flow) {
    this.f = f;
  }

  /** What the conditions around an op ask of the parameters of its function. */
  at({ file }: Activation, op: OpId): readonly ParameterTest[] {
    const tests = parameterTests(file.facts, file.facts.guard[op] as GuardId);
    return tests.length > MOST ? tests.slice(0, MOST) : tests;
  }

  /** That the parameter which an op calls is the function that it leads to. */
  called({ file }: Activation, op: OpId, callee: Activation): ParameterTest | undefined {
    const { facts } = file;
    if (facts.kind[op] !== OP.Call || facts.kind[facts.a[op]!] !== OP.Parameter) return undefined;
    const { owner, qualifiedName } = callee.file.facts.functions[callee.index]!;
    if (owner >= 0 || !DEFINED.test(qualifiedName)) return undefined;
    return { parameter: facts.a[op] as OpId, is: { callable: `${callee.file.module}.${qualifiedName}` } };
  }

  /** What a call leaves of the tests of the function it calls; `undefined`: it rules one of them out. */
  left(from: Activation, op: OpId, callee: Activation, tests: readonly ParameterTest[]): Left | undefined {
    if (tests.length === 0) return { tests, open: 0 };
    if (!this.calls(from, op, callee.function)) return { tests: NO_TESTS, open: costOfTests(tests) };
    const operands = this.operandsAt(from, op);
    const handedOn: ParameterTest[] = [];
    let open = 0;
    for (const test of tests) {
      const asked = argumentTest(this.f, callee, test);
      const left = asked ? this.leftOf(from, operands, asked) : OPEN;
      if (left === false) return undefined;
      const isKept = typeof left === 'object' && handedOn.length < MOST;
      if (isKept) handedOn.push(left);
      // what passes as a part of a condition has passed nothing
      if (!test.isPart && left !== true && !(isKept && !left.isPart)) open++;
    }
    return { tests: handedOn, open };
  }

  /** A test as one of the caller's own parameters; true, false: its arguments decide it. */
  private leftOf(from: Activation, operands: Operands, asked: ArgumentTest): Answer {
    const { or, isPart } = asked;
    const handedOn: ParameterTest[] = [];
    for (const one of or ? [asked, ...or] : [asked]) {
      const left = leftOfOne(from, operands, one);
      if (typeof left !== 'object') {
        if (left !== false) return left;
        continue;
      }
      handedOn.push(left);
    }
    const [first, ...others] = handedOn;
    if (!first) return false;
    const { or: more, ...own } = first;
    const all = [
      ...(more ?? []),
      ...others.flatMap(({ or: further, ...other }) => [other, ...(further ?? [])]),
    ];
    if (all.length > MOST) return OPEN;
    const isOpen = isPart || all.some((one) => one.isPart);
    return { ...own, ...(isOpen ? { isPart: true as const } : {}), ...(all.length > 0 ? { or: all } : {}) };
  }

  /** Two lists of tests of one function, and what those cost that were left out. */
  joined(own: readonly ParameterTest[], others: readonly ParameterTest[]): Left {
    if (others.length === 0 && own.length <= MOST) return { tests: own, open: 0 };
    const added = others.filter((test) => !own.some((one) => isSame(one, test)));
    const all = [...own, ...added];
    const tests = all.slice(0, MOST);
    return { tests, open: costOfTests(all) - costOfTests(tests) };
  }

  private operandsAt(from: Activation, op: OpId): Operands {
    const key = from.base + op;
    let operands = this.operands.get(key);
    if (!operands) {
      operands = new Operands(this.f, from, op);
      this.operands.set(key, operands);
    }
    return operands;
  }

  /** Whether an op is a call of the function by what it calls, not through a callback or a protocol. */
  private calls(from: Activation, op: OpId, callee: FunctionId): boolean {
    const { facts } = from.file;
    if (facts.kind[op] !== OP.Call) return false;
    return this.f.p.solver
      .at(this.f.p.node(from, facts.a[op] as OpId))
      .some((token) => this.isCallOf(token, callee));
  }

  private isCallOf(token: Token, callee: FunctionId): boolean {
    const { values, activations, solver } = this.f.p;
    switch (values.kind(token)) {
      case VALUE.function:
        return values.x(token) === callee && activations.facts(callee).owner < 0;
      case VALUE.boundMethod:
        return (
          values.kind(values.x(token) as Token) === VALUE.function &&
          values.x(values.x(token) as Token) === callee
        );
      case VALUE.class:
        // `__call__` of a metaclass gets what the class is called with
        return /^__(init|new|call)__$/.test(activations.facts(callee).name);
      case VALUE.wrapper:
        return solver.at(values.x(token) as Node).some((inner) => this.isCallOf(inner, callee));
      default:
        return false;
    }
  }
}
