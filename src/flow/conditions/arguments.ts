import { CONTAINER, type FileFacts, type FunctionFacts, OP, type OpId } from '../../facts/ir.ts';
import { keyOfConstant } from '../../facts/literals.ts';
import { takesValue } from '../../facts/operands.ts';
import { functionOf, listOf } from '../../facts/read-facts.ts';
import type { Propagation, Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import type { Stores } from '../solve/stores.ts';
import { memberAt } from './enum-members.ts';
import { classAt, isPlain } from './matches.ts';
import { type Outline, SOMETHING, TRUE_OBJECT } from './outline.ts';
import { met } from './outlines.ts';

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
    if (given !== undefined) {
      const outline = ofArgument(f, site, given);
      if (outline?.kind !== 'container' || isOnlyLookedAt(facts, fn, op)) outlines.set(op, outline);
    } else if (otherwise >= 0 && facts.kind[otherwise] === OP.Const) {
      outlines.set(op, facts.constants[facts.a[otherwise]!]);
    }
  });
  return outlines;
}

/** Ops that hand values on as they are written. */
const PASSING: ReadonlySet<number> = new Set([
  OP.Call,
  OP.Item,
  OP.SetItem,
  OP.Binary,
  OP.InPlace,
  OP.Compare,
]);

function ofArgument(f: Solving, { activation, op }: Site, argument: Node): Outline {
  const { facts } = activation.file;
  if (!PASSING.has(facts.kind[op]!)) return undefined;
  const { start, end } = facts.functions[activation.index]!;
  const value = argument - activation.base;
  if (value < start || value >= end) return undefined;
  const container =
    facts.kind[value] === OP.Container ? displayed(facts, value, op, { start, end }) : undefined;
  return container ?? writtenOutline(f, facts, value, 0);
}

/** Longer functions are not searched for others that use a display. */
const MOST_OPS = 2048;

/** A display that is handed to a call and stands nowhere else, so that nobody changes it. */
function displayed(
  facts: FileFacts,
  value: number,
  call: number,
  { start, end }: { readonly start: number; readonly end: number },
): Outline {
  const container = facts.a[value]!;
  const items = listOf(facts, facts.b[value]!);
  if (end - start > MOST_OPS || container > CONTAINER.dict || items.some((item) => item < 0))
    return undefined;
  for (let user = start; user < end; user++) {
    if (user !== call && takesValue(facts, user, value as OpId)) return undefined;
  }
  if (container !== CONTAINER.dict) return { kind: 'container', container, size: items.length };
  const keys: string[] = [];
  for (let index = 0; index < items.length; index += 2) {
    const key = items[index]!;
    const text = facts.kind[key] === OP.Const ? keyOfConstant(facts.constants[facts.a[key]!]!) : undefined;
    if (text !== undefined) keys.push(text);
  }
  const size = items.length / 2;
  return { kind: 'container', container, size, ...(keys.length === size ? { keys } : {}) };
}

const LOOKS: ReadonlySet<number> = new Set([
  OP.Test,
  OP.Compare,
  OP.Boolean,
  OP.Iterate,
  OP.Item,
  OP.Unpack,
  OP.Return,
]);

/** Whether a function leaves what a parameter holds as it is. */
function isOnlyLookedAt(facts: FileFacts, { start, end }: FunctionFacts, parameter: OpId): boolean {
  for (let op = start; op < end; op++) {
    if (LOOKS.has(facts.kind[op]!) || !takesValue(facts, op, parameter)) continue;
    if (facts.kind[op] !== OP.Attribute || CHANGING.has(facts.names[facts.b[op]!]!)) return false;
  }
  return true;
}

/** Methods of builtin containers that change them. */
const CHANGING = new Set(
  'add append clear discard extend insert pop popitem remove reverse setdefault sort update'.split(' '),
);

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
    case OP.Attribute: {
      const member = memberAt(facts, f.stores, op);
      if (member) return member;
      // what an object keeps may well be None
      return isReceiver(facts, facts.a[op]!) ? undefined : SOMETHING;
    }
    case OP.Closure:
      return TRUE_OBJECT;
    case OP.Call:
      return instanceMade(facts, f.stores, facts.a[op]!) ?? SOMETHING;
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

/** What a call of a class of the file makes; those of plain classes are all true (language reference 3.3.1). */
function instanceMade(facts: FileFacts, stores: Stores, callee: number): Outline {
  const type = callee < 0 ? undefined : classAt(facts, stores, callee);
  if (type === undefined || listOf(facts, facts.c[type]!).length > 0) return undefined;
  const decides = (name: string) =>
    facts.functions.some((fn) => fn.owner === facts.a[type]! && fn.name === name);
  if (decides('__new__')) return undefined;
  const isTrue = isPlain(facts, type) && !decides('__bool__') && !decides('__len__');
  return { kind: 'instance', facts, type, isTrue };
}

function isReceiver(facts: FileFacts, op: number): boolean {
  if (facts.kind[op] !== OP.Parameter) return false;
  const { owner, parameters } = facts.functions[functionOf(facts, op as OpId)]!;
  return owner >= 0 && parameters[0]?.op === op;
}
