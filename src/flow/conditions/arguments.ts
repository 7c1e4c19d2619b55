import { type FileFacts, type FunctionFacts, OP, type OpId } from '../../facts/ir.ts';
import { functionOf, listOf } from '../../facts/read-facts.ts';
import type { Propagation, Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import type { Stores } from '../solve/stores.ts';
import { met, type Outline, SOMETHING, TRUE_OBJECT } from './outlines.ts';

/** The part of the value analysis that outlines are read off. */
export interface Solving {
  readonly p: Propagation;
  readonly stores: Stores;
}

/**
 * What a call says of the parameters of a function, going by its text; `skip` parameters are bound already.
 *
 * @param facts the file of the function
 */
export function argumentOutlines(
  f: Solving,
  facts: FileFacts,
  fn: FunctionFacts,
  site: Site,
  skip: number,
): ReadonlyMap<number, Outline> {
  const { positional, stars, keywords, doubleStars, isWhole } = site.arguments;
  const outlines = new Map<number, Outline>();
  if (!isWhole || stars.length > 0 || doubleStars.length > 0) return outlines;
  fn.parameters.forEach(({ op, name, default: otherwise }, index) => {
    if (index < skip) return;
    const given = positional[index - skip] ?? keywords.get(f.p.name(name));
    if (given !== undefined) outlines.set(op, ofArgument(f, site, given));
    else if (otherwise >= 0 && facts.kind[otherwise] === OP.Const) {
      outlines.set(op, facts.constants[facts.a[otherwise]!]);
    }
  });
  return outlines;
}

function ofArgument(f: Solving, { activation, op }: Site, argument: Node): Outline {
  const { facts } = activation.file;
  if (facts.kind[op] !== OP.Call) return undefined;
  const { start, end } = facts.functions[activation.index]!;
  const value = argument - activation.base;
  return value >= start && value < end ? writtenOutline(f, facts, value, 0) : undefined;
}

/** What is written as an argument is taken to be something where nothing in sight makes it None. */
function writtenOutline(f: Solving, facts: FileFacts, op: number, depth: number): Outline {
  if (op < 0 || depth > 4) return undefined;
  const each = (inputs: Iterable<number>) =>
    met([...inputs].map((input) => writtenOutline(f, facts, input, depth + 1)));
  switch (facts.kind[op]) {
    case OP.Const:
      return facts.constants[facts.a[op]!];
    case OP.LoadVariable:
      return each(f.stores.of(facts, facts.a[op]!));
    case OP.Join:
      return each(listOf(facts, facts.b[op]!));
    case OP.Parameter: {
      const { parameters } = facts.functions[functionOf(facts, op as OpId)]!;
      const otherwise = parameters.find((one) => one.op === op)?.default ?? -1;
      return otherwise < 0 ? SOMETHING : met([SOMETHING, writtenOutline(f, facts, otherwise, depth + 1)]);
    }
    case OP.Attribute:
      // what an object keeps may well be None
      return isReceiver(facts, facts.a[op]!) ? undefined : SOMETHING;
    case OP.Closure:
      return TRUE_OBJECT;
    case OP.Call:
      return isTrueInstance(facts, f.stores, facts.a[op]!) ? TRUE_OBJECT : SOMETHING;
    case OP.Class:
    case OP.Container:
    case OP.Comprehension:
    case OP.Format:
    case OP.LoadName:
    case OP.Binary:
      return SOMETHING;
    default:
      return undefined;
  }
}

const DECIDE_TRUTH = new Set(['__bool__', '__len__', '__new__']);

/** Whether a callee is a class of the file without bases whose instances are all true (language reference 3.3.1). */
function isTrueInstance(facts: FileFacts, stores: Stores, callee: number): boolean {
  const stored = facts.kind[callee] === OP.LoadVariable ? stores.of(facts, facts.a[callee]!) : [callee];
  const [made] = stored;
  if (stored.length !== 1 || made === undefined || made < 0 || facts.kind[made] !== OP.Class) return false;
  if (listOf(facts, facts.b[made]!).length > 0 || listOf(facts, facts.c[made]!).length > 0) return false;
  return !facts.functions.some(({ owner, name }) => owner === facts.a[made]! && DECIDE_TRUTH.has(name));
}

function isReceiver(facts: FileFacts, op: number): boolean {
  if (facts.kind[op] !== OP.Parameter) return false;
  const { owner, parameters } = facts.functions[functionOf(facts, op as OpId)]!;
  return owner >= 0 && parameters[0]?.op === op;
}
