import { type FileFacts, GUARD, type GuardId, OP, type OpId } from '../../facts/ir.ts';
import type { ParameterTest } from './argument-tests.ts';
import { isCheck } from './checks.ts';
import { classTest } from './instance-tests.ts';
import { takenKeyword } from './taken-keywords.ts';

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
    // those that raise otherwise cost nothing
    const isTest = kind === GUARD.test && !isCheck(facts, guard);
    const own = isTest ? testsOf(facts, condition, when) : NONE;
    const outer = parameterTests(facts, parent);
    found = own.length > 0 ? [...outer, ...own] : outer;
    byGuard.set(guard, found);
  }
  return found;
}

/** Tests of one condition, and alternatives of one test, that are kept. */
const MOST = 4;

/** What a condition asks that comes out like this; of several parts each may rule it out. */
function testsOf(facts: FileFacts, op: OpId, when: boolean): readonly ParameterTest[] {
  const a = facts.a[op] as OpId;
  switch (facts.kind[op]) {
    case OP.Unary:
      return facts.names[facts.c[op]!] === 'not' ? testsOf(facts, a, !when) : NONE;
    case OP.Boolean: {
      const left = testsOf(facts, a, when);
      const right = testsOf(facts, facts.b[op] as OpId, when);
      // all parts of `a and b` hold where it does, none of `a or b` where it does not
      if ((facts.c[op] === 1) === when) {
        const parts = [...left, ...right].map((test) => ({ ...test, isPart: true as const }));
        return parts.slice(0, MOST);
      }
      return either(left, right);
    }
    default: {
      const test = testOf(facts, op, when);
      return test ? [test] : NONE;
    }
  }
}

/** One of two conditions holds. */
function either(left: readonly ParameterTest[], right: readonly ParameterTest[]): readonly ParameterTest[] {
  const [one] = left;
  const [other] = right;
  if (!one || !other || left.length > 1 || right.length > 1) return NONE;
  const { or: further = [], ...second } = other;
  const or = [...(one.or ?? []), second, ...further];
  if (or.length >= MOST) return NONE;
  return [{ ...one, or, ...(or.some(({ isPart }) => isPart) ? { isPart: true as const } : {}) }];
}

/** `x`, `x is None`, `x == "constant"`, `isinstance(x, str)` of a parameter; errs toward deciding nothing. */
function testOf(facts: FileFacts, op: OpId, when: boolean): ParameterTest | undefined {
  switch (facts.kind[op]) {
    case OP.Parameter:
      return { parameter: op, is: when ? 'true' : 'false' };
    case OP.Compare:
      return comparison(facts, op, when);
    case OP.Call: {
      const taken = takenKeyword(facts, op);
      return taken ? { ...taken, is: when ? 'true' : 'false' } : classTest(facts, op, when);
    }
    default:
      return undefined;
  }
}

function comparison(facts: FileFacts, op: OpId, when: boolean): ParameterTest | undefined {
  const right = facts.b[op]!;
  if (facts.kind[right] !== OP.Const) return undefined;
  const left = facts.a[op] as OpId;
  const subject = facts.kind[left] === OP.Parameter ? { parameter: left } : takenKeyword(facts, left);
  if (!subject) return undefined;
  const constant = facts.constants[facts.a[right]!]!;
  const operator = facts.names[facts.c[op]!]!;
  if (constant.kind === 'none') {
    if (operator === 'is' || operator === '==') return { ...subject, is: when ? 'none' : 'not-none' };
    if (operator === 'is not' || operator === '!=') return { ...subject, is: when ? 'not-none' : 'none' };
    return undefined;
  }
  return constant.kind === 'str' && operator === '==' && when
    ? { ...subject, is: { equals: constant } }
    : undefined;
}
