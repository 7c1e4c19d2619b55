import { CALL_FLAGS, type FileFacts, type FunctionFacts, GUARD, OP, type OpId } from '../../facts/ir.ts';
import { functionOf, listOf } from '../../facts/read-facts.ts';
import type { Flow, NoneReturns } from '../flow.ts';
import type { Activation, ActivationId } from '../solve/activations.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';

const tested = new WeakMap<FunctionFacts, number>();

/**
 * The parameter on whose being None it depends what a function returns, as in a decorator with optional options
 * (`if fn is None: return partial(...)`); -1: none.
 */
function testedParameter(facts: FileFacts, fn: FunctionFacts): number {
  let known = tested.get(fn);
  if (known === undefined) {
    known = findTested(facts, fn);
    tested.set(fn, known);
  }
  return known;
}

function findTested(facts: FileFacts, fn: FunctionFacts): number {
  for (let op = fn.start; op < fn.end; op++) {
    if (facts.kind[op] !== OP.Return) continue;
    const parameter = fn.parameters.findIndex((each) => noneTest(facts, op, each.op) === true);
    if (parameter >= 0) return parameter;
  }
  return -1;
}

/** What the guards around an op say of a parameter: it is None, it is not, or nothing. */
function noneTest(facts: FileFacts, op: number, parameter: OpId): boolean | undefined {
  for (let id = facts.guard[op]!; id !== 0; id = facts.guards[id]!.parent) {
    const { kind, condition, when } = facts.guards[id]!;
    if (kind !== GUARD.test || facts.kind[condition] !== OP.Compare || facts.a[condition] !== parameter)
      continue;
    const right = facts.b[condition]!;
    if (facts.kind[right] !== OP.Const || facts.constants[facts.a[right]!]!.kind !== 'none') continue;
    const operator = facts.names[facts.c[condition]!]!;
    if (operator === 'is') return when;
    if (operator === 'is not') return !when;
  }
  return undefined;
}

/** Sorts what a `return` gives by what its guards say of the tested parameter. */
export function sortReturn(f: Flow, activation: Activation, op: OpId, value: Node): void {
  const { facts } = activation.file;
  const fn = facts.functions[activation.index]!;
  const parameter = testedParameter(facts, fn);
  if (parameter < 0) return;
  const { given, absent } = nodesOf(f, activation.id);
  const isNone = noneTest(facts, op, fn.parameters[parameter]!.op);
  if (isNone !== true) f.p.solver.flow(value, given);
  if (isNone !== false) f.p.solver.flow(value, absent);
}

function nodesOf(f: Flow, id: ActivationId): NoneReturns {
  let nodes = f.noneReturns.get(id);
  if (!nodes) {
    const first = f.p.solver.nodes(2);
    nodes = { given: first, absent: (first + 1) as Node };
    f.noneReturns.set(id, nodes);
  }
  return nodes;
}

/** What a function returns to a call; `skip` parameters are bound already. Where in doubt: all that it may return. */
export function returnedTo(f: Flow, callee: Activation, site: Site, skip: number): Node {
  const { facts } = callee.file;
  const fn = facts.functions[callee.index]!;
  const index = testedParameter(facts, fn);
  const { positional, stars, keywords, doubleStars } = site.arguments;
  if (index < skip || stars.length > 0 || doubleStars.length > 0) return callee.returned;
  const parameter = fn.parameters[index]!;
  const argument = positional[index - skip] ?? keywords.get(f.p.name(parameter.name));
  if (argument !== undefined)
    return isGiven(f, site, argument) ? nodesOf(f, callee.id).given : callee.returned;
  const otherwise = parameter.default;
  return isNoneConstant(facts, otherwise) ? nodesOf(f, callee.id).absent : callee.returned;
}

/**
 * Values that are never None: what is decorated, functions and classes, and other displays. What a call or a
 * subscription gives is taken to be something, unless it is asked what it gives in place of nothing.
 */
const NEVER_NONE: ReadonlySet<number> = new Set([
  OP.Closure,
  OP.Class,
  OP.Container,
  OP.Comprehension,
  OP.Format,
]);

const MAY_GIVE_NONE: ReadonlySet<string> = new Set([
  'get',
  'pop',
  'setdefault',
  'match',
  'search',
  'getattr',
]);

function isGiven(f: Flow, { activation, op }: Site, argument: Node): boolean {
  const { facts } = activation.file;
  if (facts.kind[op] !== OP.Call) return false;
  if (facts.c[op] === CALL_FLAGS.decorator) return true;
  const { start, end } = facts.functions[activation.index]!;
  const value = argument - activation.base;
  return value >= start && value < end && isNeverNone(f, activation, value, 0);
}

/** By its op alone. A parameter that does not default to None is taken to be something. */
function isNeverNone(f: Flow, activation: Activation, op: number, depth: number): boolean {
  const { facts } = activation.file;
  if (op < 0 || depth > 4) return false;
  const each = (inputs: readonly number[]) =>
    inputs.length > 0 && inputs.every((input) => isNeverNone(f, activation, input, depth + 1));
  switch (facts.kind[op]) {
    case OP.LoadVariable:
      return each(f.stores.of(facts, facts.a[op]!));
    case OP.Join:
      return each([...listOf(facts, facts.b[op]!)]);
    case OP.Parameter: {
      const parameter = facts.functions[functionOf(facts, op as OpId)]!.parameters.find(
        (one) => one.op === op,
      );
      return parameter !== undefined && !isNoneConstant(facts, parameter.default);
    }
    case OP.LoadName:
    case OP.Item:
      return true;
    case OP.Call: {
      const callee = facts.a[op]!;
      return facts.kind[callee] !== OP.Attribute || !MAY_GIVE_NONE.has(facts.names[facts.b[callee]!]!);
    }
    default:
      return NEVER_NONE.has(facts.kind[op]!);
  }
}

function isNoneConstant(facts: FileFacts, op: number): boolean {
  return op >= 0 && facts.kind[op] === OP.Const && facts.constants[facts.a[op]!]!.kind === 'none';
}
