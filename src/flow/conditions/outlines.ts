import {
  ARGUMENT,
  type FileFacts,
  type FunctionFacts,
  GUARD,
  MATCHES_CLASS,
  MATCHES_KEYS,
  MATCHES_LENGTH,
  OP,
  type OpId,
} from '../../facts/ir.ts';
import { keyOfConstant } from '../../facts/literals.ts';
import { listOf } from '../../facts/read-facts.ts';
import { NONE } from '../../model/constant.ts';
import type { Stores } from '../solve/stores.ts';
import { bool, compared, isSame } from './comparisons.ts';
import { memberAt } from './enum-members.ts';
import { hasKeys, hasLength, isInstanceOf } from './matches.ts';
import { type Outline, SOMETHING, TRUE_OBJECT } from './outline.ts';

/** What is known around an op: of parameters, and of attributes of the first one. */
export interface Surroundings {
  readonly parameters: ReadonlyMap<number, Outline>;
  readonly fields?: { readonly self: OpId; readonly of: ReadonlyMap<string, Outline> };
}

/** Ops within ops that are looked through. */
const DEEPEST = 5;

/** The outline of an op of a file. Errs toward `undefined`. */
export function outlineOf(
  facts: FileFacts,
  stores: Stores,
  op: number,
  around: Surroundings,
  depth = 0,
): Outline {
  if (op < 0 || depth > DEEPEST) return undefined;
  const inner = (operand: number) => outlineOf(facts, stores, operand, around, depth + 1);
  const a = facts.a[op]!;
  const b = facts.b[op]!;
  switch (facts.kind[op]) {
    case OP.Const:
      return facts.constants[a];
    case OP.Parameter:
      return around.parameters.get(op);
    case OP.Closure:
      return TRUE_OBJECT;
    case OP.Class:
    case OP.Container:
    case OP.Comprehension:
    case OP.Format:
      return SOMETHING;
    case OP.Attribute:
      if (around.fields?.self === a) return around.fields.of.get(facts.names[b]!);
      return memberAt(facts, stores, op);
    case OP.Unary: {
      const truth = facts.names[facts.c[op]!] === 'not' ? truthOf(inner(a)) : undefined;
      return truth === undefined ? undefined : bool(!truth);
    }
    case OP.Compare:
      return comparedAt(facts, stores, op, inner);
    case OP.Boolean: {
      const isAnd = facts.c[op] === 1;
      const left = inner(a);
      const truth = truthOf(left);
      if (truth !== undefined) return truth === isAnd ? inner(b) : left;
      // `x and False` is false whatever x is, `x or True` true
      return truthOf(inner(b)) === !isAnd ? bool(!isAnd) : undefined;
    }
    case OP.Join: {
      const chosen = facts.a[op]! > 0 ? truthOf(inner(facts.a[op]! - 1)) : undefined;
      if (chosen !== undefined) return inner(listOf(facts, facts.b[op]!)[chosen ? 0 : 1]!);
      const live = [...listOf(facts, facts.b[op]!)].filter(
        (input) => !isDead(facts, stores, input, around, depth + 1),
      );
      return met(live.map(inner));
    }
    case OP.Call:
      return outlineOfCall(facts, stores, op, around, depth);
    default:
      return undefined;
  }
}

/** What several outlines have in common. */
export function met(outlines: readonly Outline[]): Outline {
  const [first] = outlines;
  if (first === undefined || outlines.includes(undefined)) return undefined;
  if (outlines.every((outline) => isSame(first, outline!))) return first;
  return outlines.some((outline) => outline!.kind === 'none') ? undefined : SOMETHING;
}

export function truthOf(outline: Outline): boolean | undefined {
  switch (outline?.kind) {
    case 'none':
      return false;
    case 'true object':
      return true;
    case 'instance':
      return outline.isTrue || undefined;
    case 'container':
      return outline.size > 0;
    case 'bool':
      return outline.value;
    case 'int':
    case 'float':
      return Number(outline.value) !== 0;
    case 'str':
    case 'bytes':
      return outline.value !== '';
    default:
      return undefined;
  }
}

/** A comparison, or what a pattern asks. */
function comparedAt(
  facts: FileFacts,
  stores: Stores,
  op: number,
  inner: (operand: number) => Outline,
): Outline {
  const operator = facts.names[facts.c[op]!]!;
  const left = inner(facts.a[op]!);
  const right = facts.b[op]!;
  let answer: boolean | undefined;
  switch (operator) {
    case MATCHES_CLASS:
      answer = isInstanceOf(facts, stores, left, right);
      break;
    case MATCHES_LENGTH: {
      const { value } = facts.constants[facts.a[right]!] as { readonly value: number };
      answer = hasLength(left, value);
      break;
    }
    case MATCHES_KEYS: {
      const keys = [...listOf(facts, facts.b[right]!)].map((key) =>
        keyOfConstant(facts.constants[facts.a[key]!]!),
      );
      answer = hasKeys(left, keys);
      break;
    }
    default:
      return compared(operator, left, inner(right));
  }
  return answer === undefined ? undefined : bool(answer);
}

/** Whether the tests around an op refuse it. */
function isDead(facts: FileFacts, stores: Stores, op: number, around: Surroundings, depth: number): boolean {
  if (op < 0) return false;
  for (let id = facts.guard[op]!; id !== 0; id = facts.guards[id]!.parent) {
    const { kind, condition, when } = facts.guards[id]!;
    if (kind !== GUARD.test || condition < 0) continue;
    const truth = truthOf(outlineOf(facts, stores, condition, around, depth + 1));
    if (truth !== undefined && truth !== when) return true;
  }
  return false;
}

/**
 * A call of a function of the same file gives None where each `return` that it may come to does. Where only some do,
 * it is taken to give something: what asks for None and is not given it seldom goes on. `isinstance(None, C)` is false.
 */
function outlineOfCall(
  facts: FileFacts,
  stores: Stores,
  op: number,
  around: Surroundings,
  depth: number,
): Outline {
  const callee = facts.a[op]!;
  const list = listOf(facts, facts.b[op]!);
  const outline = (operand: number) => outlineOf(facts, stores, operand, around, depth + 1);
  if (facts.kind[callee] === OP.LoadName || facts.kind[callee] === OP.LoadBuiltin) {
    const isTest = facts.names[facts.a[callee]!] === 'isinstance' && list.length === 6;
    const answer = isTest ? isInstanceOf(facts, stores, outline(list[2]!), list[5]!) : undefined;
    if (answer !== undefined) return bool(answer);
    return isTest && outline(list[2]!)?.kind === 'none' ? bool(false) : undefined;
  }
  const fn = functionCalled(facts, stores, callee);
  if (fn === undefined || fn.async || fn.generator) return undefined;
  const parameters = new Map<number, Outline>();
  fn.parameters.forEach((parameter, position) => {
    let given = -1;
    for (let index = 0; index < list.length; index += 3) {
      const isNamed = list[index] === ARGUMENT.keyword && facts.names[list[index + 1]!] === parameter.name;
      if (isNamed || (list[index] === ARGUMENT.positional && index === position * 3))
        given = list[index + 2]!;
    }
    parameters.set(parameter.op, given < 0 ? undefined : outline(given));
  });
  const returned: Outline[] = [];
  for (let at = fn.start; at < fn.end; at++) {
    if (facts.kind[at] !== OP.Return || isDead(facts, stores, at, { parameters }, depth + 1)) continue;
    returned.push(
      facts.a[at]! < 0 ? NONE : outlineOf(facts, stores, facts.a[at]!, { parameters }, depth + 1),
    );
  }
  if (returned.length === 0) return undefined;
  return returned.every((each) => each?.kind === 'none') ? NONE : (met(returned) ?? SOMETHING);
}

/** The function of the same file that a name stands for, where nothing else is ever bound to it. */
function functionCalled(facts: FileFacts, stores: Stores, callee: number): FunctionFacts | undefined {
  let closure = callee;
  if (facts.kind[callee] === OP.LoadVariable) {
    const stored = stores.of(facts, facts.a[callee]!);
    if (stored.length !== 1) return undefined;
    closure = stored[0]!;
  }
  return facts.kind[closure] === OP.Closure ? facts.functions[facts.a[closure]!] : undefined;
}
