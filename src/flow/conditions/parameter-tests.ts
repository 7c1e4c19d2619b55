import {
  ARGUMENT,
  CALL_FLAGS,
  type FileFacts,
  GUARD,
  type GuardId,
  OP,
  type OpId,
  PARAMETER,
} from '../../facts/ir.ts';
import { takesValue } from '../../facts/operands.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { OperandTest, Place } from '../../model/catalogue.ts';
import type { Constant } from '../../model/constant.ts';
import type { ArgumentTest } from '../../stdlib/closure.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';

/** What a condition asks of a parameter that its function does not assign to. */
export interface ParameterTest {
  /** The parameter's op. */
  readonly parameter: OpId;
  readonly is: OperandTest;
  /** More than this must hold: to pass decides nothing, to fail rules the way out. */
  readonly isPart?: true;
  /** Of a parameter `**kwargs`, which is handed on as it is: the keyword that is asked about, and what it is without. */
  readonly keyword?: { readonly name: string; readonly default?: Constant };
}

const NONE: readonly ParameterTest[] = [];
const known = new WeakMap<FileFacts, Map<GuardId, readonly ParameterTest[]>>();

/** What the conditions around an op ask of parameters: all of it holds where the op runs. */
export function parameterTests(facts: FileFacts, guard: GuardId): readonly ParameterTest[] {
  if (guard === 0) return NONE;
  let byGuard = known.get(facts);
  if (!byGuard) {
    byGuard = new Map();
    known.set(facts, byGuard);
  }
  let found = byGuard.get(guard);
  if (!found) {
    const { parent, kind, condition, when } = facts.guards[guard]!;
    const own = kind === GUARD.test ? testOf(facts, condition, when) : undefined;
    const outer = parameterTests(facts, parent);
    found = own ? [...outer, own] : outer;
    byGuard.set(guard, found);
  }
  return found;
}

/** `x`, `not x`, `x is None`, `x == "constant"`, `isinstance(x, str)` of a parameter; errs toward deciding nothing. */
function testOf(facts: FileFacts, op: OpId, when: boolean): ParameterTest | undefined {
  const a = facts.a[op] as OpId;
  switch (facts.kind[op]) {
    case OP.Parameter:
      return { parameter: op, is: when ? 'true' : 'false' };
    case OP.Unary:
      return facts.names[facts.c[op]!] === 'not' ? testOf(facts, a, !when) : undefined;
    case OP.Boolean: {
      // all parts of `a and b` hold where it does, none of `a or b` where it does not
      if ((facts.c[op] === 1) !== when) return undefined;
      const part = testOf(facts, a, when) ?? testOf(facts, facts.b[op] as OpId, when);
      return part && { ...part, isPart: true };
    }
    case OP.Compare:
      return facts.kind[a] === OP.Parameter ? comparison(facts, op, when) : undefined;
    case OP.Call:
      return when ? textTest(facts, op) : undefined;
    default:
      return undefined;
  }
}

function comparison(facts: FileFacts, op: OpId, when: boolean): ParameterTest | undefined {
  const right = facts.b[op]!;
  if (facts.kind[right] !== OP.Const) return undefined;
  const parameter = facts.a[op] as OpId;
  const constant = facts.constants[facts.a[right]!]!;
  const operator = facts.names[facts.c[op]!]!;
  if (constant.kind === 'none') {
    if (operator === 'is' || operator === '==') return { parameter, is: when ? 'none' : 'not-none' };
    if (operator === 'is not' || operator === '!=') return { parameter, is: when ? 'not-none' : 'none' };
    return undefined;
  }
  return constant.kind === 'str' && operator === '==' && when
    ? { parameter, is: { equals: constant } }
    : undefined;
}

function textTest(facts: FileFacts, op: OpId): ParameterTest | undefined {
  const callee = facts.a[op]!;
  if (facts.kind[callee] !== OP.LoadName || facts.names[facts.a[callee]!] !== 'isinstance') return undefined;
  if (facts.c[op] !== CALL_FLAGS.none) return undefined;
  const list = listOf(facts, facts.b[op]!);
  const [, , subject = -1, , , type = -1] = list;
  if (list.length !== 6 || facts.kind[subject] !== OP.Parameter || facts.kind[type] !== OP.LoadName) {
    return undefined;
  }
  return facts.names[facts.a[type]!] === 'str' ? { parameter: subject as OpId, is: 'text' } : undefined;
}

/** A test as the callers of the function see it; `undefined` where no argument can be told to be the parameter's. */
export function argumentTest(
  f: Flow,
  { file, index, around }: Activation,
  test: ParameterTest,
): ArgumentTest | undefined {
  const { facts } = file;
  const { parameters, owner } = facts.functions[index]!;
  const position = parameters.findIndex(({ op }) => op === test.parameter);
  const parameter = parameters[position];
  if (!parameter) return undefined;
  const bound =
    owner < 0 ? 0 : /^(self|cls|mcs|mcls|metacls|klass)$/.test(parameters[0]!.name) ? 1 : undefined;
  if (bound === undefined || position < bound) return undefined;
  const part = test.isPart ? { isPart: true as const } : {};
  if (test.keyword) {
    const { name, default: value } = test.keyword;
    return { operand: [`kw:${name}`], is: test.is, ...(value ? { default: value } : {}), ...part };
  }
  const places: Place[] = [];
  if (parameter.kind === PARAMETER.positionalOnly || parameter.kind === PARAMETER.normal) {
    places.push(`arg:${position - bound}`);
  }
  if (parameter.kind === PARAMETER.normal || parameter.kind === PARAMETER.keywordOnly) {
    places.push(`kw:${parameter.name}`);
  }
  if (places.length === 0) return undefined;
  const fallback = constantDefault(f, facts, parameter.default, around);
  return { operand: places, is: test.is, ...(fallback ? { default: fallback } : {}), ...part };
}

function constantDefault(f: Flow, facts: FileFacts, op: OpId, around: number): Constant | undefined {
  if (op < 0 || around < 0 || !f.summarises) return undefined;
  return facts.kind[op] === OP.Const ? facts.constants[facts.a[op]!] : undefined;
}

/** Whether a function does nothing with its `**kwargs` but hand it on. */
export function isHandedOn(facts: FileFacts, index: number, op: OpId): boolean {
  const { parameters, start, end } = facts.functions[index]!;
  if (parameters.find((parameter) => parameter.op === op)?.kind !== PARAMETER.doubleStar) return false;
  for (let user = start; user < end; user++) {
    if (takesValue(facts, user, op) && !isSpread(facts, user, op)) return false;
  }
  return true;
}

function isSpread(facts: FileFacts, call: number, op: OpId): boolean {
  if (facts.kind[call] !== OP.Call) return false;
  const list = listOf(facts, facts.b[call]!);
  let spreads = 0;
  for (let index = 0; index < list.length; index += 3) {
    if (list[index + 2] !== op) continue;
    if (list[index] !== ARGUMENT.doubleStar) return false;
    spreads++;
  }
  return spreads > 0 && facts.a[call] !== op;
}
