import { type GuardId, OP, type OpId } from '../../facts/ir.ts';
import { constantPasses } from '../../model/operand-test.ts';
import type { ArgumentTest } from '../../stdlib/closure.ts';
import {
  argumentTest,
  isHandedOn,
  type ParameterTest,
  parameterTests,
} from '../conditions/parameter-tests.ts';
import type { Flow } from '../flow.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { isSame } from './covered.ts';
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

  /** What a call leaves of the tests of the function it calls; `undefined`: it rules one of them out. */
  left(from: Activation, op: OpId, callee: Activation, tests: readonly ParameterTest[]): Left | undefined {
    if (tests.length === 0) return { tests, open: 0 };
    if (!this.calls(from, op, callee.function)) return { tests: NO_TESTS, open: tests.length };
    const handedOn: ParameterTest[] = [];
    let open = 0;
    for (const test of tests) {
      const asked = argumentTest(this.f, callee, test);
      if (!asked) {
        open++;
        continue;
      }
      const operands = this.operandsAt(from, op);
      const holds = decided(operands, asked);
      if (holds === false) return undefined;
      if (holds === true) {
        if (test.isPart) open++;
        continue;
      }
      const given = operands.opAt(asked.operand);
      const own =
        given === undefined
          ? spreadTest(from, operands, asked)
          : from.file.facts.kind[given] === OP.Parameter && {
              parameter: given as OpId,
              is: test.is,
              ...(test.isPart ? { isPart: true as const } : {}),
            };
      if (own && handedOn.length < MOST) handedOn.push(own);
      else open++;
    }
    return { tests: handedOn, open };
  }

  /** Two lists of tests of one function, and how many were left out. */
  joined(own: readonly ParameterTest[], others: readonly ParameterTest[]): Left {
    if (others.length === 0) return { tests: own, open: 0 };
    const added = others.filter((test) => !own.some((one) => isSame(one, test)));
    const tests = [...own, ...added].slice(0, MOST);
    return { tests, open: own.length + added.length - tests.length };
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

/** The test on a keyword that may stand in the caller's own `**kwargs`. */
function spreadTest(
  { file, index }: Activation,
  operands: Operands,
  { operand, is, default: value, isPart }: ArgumentTest,
): ParameterTest | undefined {
  const parameter = operands.spread;
  const place = operand.find((one) => one.startsWith('kw:'));
  if (parameter === undefined || place === undefined) return undefined;
  if (operands.hasStar && operand.some((one) => one.startsWith('arg:'))) return undefined;
  if (!isHandedOn(file.facts, index, parameter as OpId)) return undefined;
  return {
    parameter: parameter as OpId,
    is,
    ...(isPart ? { isPart } : {}),
    keyword: { name: place.slice(3), ...(value ? { default: value } : {}) },
  };
}

/** Whether the arguments of a call pass a test; `undefined` where their constants do not tell. */
export function decided(
  operands: Operands,
  { operand, is, default: fallback }: ArgumentTest,
): boolean | undefined {
  const { presence, constant } = operands.at(operand);
  if (presence === 'unknown') return undefined;
  if (presence === 'absent') return fallback && constantPasses(is, fallback);
  return constant.kind === 'unknown' ? undefined : constantPasses(is, constant);
}
