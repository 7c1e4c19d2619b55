import { ARGUMENT, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Activation } from '../solve/activations.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { type LateCalls, TRUTH } from './calls.ts';

const REPR = ['__repr__'];
const INDEX = ['__index__'];

/** What a builtin asks of the elements of its first argument (library/functions), without a key function. */
const OF_ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['builtins.any', TRUTH],
  ['builtins.all', TRUTH],
  ['builtins.sorted', ['__lt__']],
  ['builtins.min', ['__lt__']],
  ['builtins.max', ['__gt__']],
]);

/** Functions of `operator`, `math` and builtins that ask a method of every argument. */
const OF_ALL: ReadonlyMap<string, readonly string[]> = new Map([
  ...['hex', 'oct', 'bin', 'chr', 'range'].map((name) => [`builtins.${name}`, INDEX] as const),
  ['math.floor', ['__floor__', '__float__']],
  ['math.ceil', ['__ceil__', '__float__']],
  ['math.trunc', ['__trunc__']],
  ['operator.index', INDEX],
  ['operator.neg', ['__neg__']],
  ['operator.not_', TRUTH],
  ['operator.truth', TRUTH],
]);

/** Functions of `operator` of two operands; the method of the left one. */
const OF_LEFT: ReadonlyMap<string, string> = new Map(
  'add sub mul truediv floordiv mod pow matmul lshift rshift xor and_ or_ lt le gt ge eq ne contains getitem iadd'
    .split(' ')
    .map((name) => [`operator.${name}`, `__${name.replace('_', '')}__`]),
);

/** Callables that get what comes out of a method given to them: `reduce(operator.add, parts)`. */
const FOLDS: ReadonlySet<string> = new Set(['functools.reduce', 'itertools.accumulate']);

const CHECKS: ReadonlyMap<string, string> = new Map([
  ['builtins.isinstance', '__instancecheck__'],
  ['builtins.issubclass', '__subclasscheck__'],
]);

/** Every name that `lateElements` asks for. */
export const ASK_ELEMENTS: readonly string[] = [
  ...[OF_ELEMENTS, OF_ALL, OF_LEFT, CHECKS].flatMap((names) => [...names.keys()]),
  ...FOLDS,
  ...['sum', 'str', 'repr', 'print'].map((name) => `builtins.${name}`),
];

/** What library functions ask of their arguments' elements, and of more than their first argument. */
export function lateElements(late: LateCalls, activation: Activation, op: OpId, name: string): void {
  const operands = positional(activation, op);
  const [first, second] = operands;
  if (first === undefined) return;
  const ofElements = OF_ELEMENTS.get(name);
  if (ofElements) {
    if (hasKey(activation, op)) return;
    const several = operands.length > 1 && name !== 'builtins.sorted';
    for (const operand of operands) {
      if (several) late.each(activation, op, operand, ofElements);
      else askElements(late, activation, op, operand, ofElements);
    }
  } else if (name === 'builtins.sum') {
    askElements(late, activation, op, first, second === undefined ? ['__radd__'] : ['__add__']);
    askElements(late, activation, op, first, ['__add__']);
  } else if (FOLDS.has(name) && second !== undefined) folded(late, activation, op, first, second);
  const methods = OF_ALL.get(name);
  if (methods) for (const operand of operands) late.each(activation, op, operand, methods);
  const left = OF_LEFT.get(name);
  if (left !== undefined) late.each(activation, op, first, [left]);
  const check = CHECKS.get(name);
  if (check !== undefined && second !== undefined) askMetaclass(late, activation, op, second, check);
}

/** `isinstance(x, C)`: the metaclass of C may answer; of a tuple each. */
export function askMetaclass(
  late: LateCalls,
  activation: Activation,
  op: OpId,
  operand: number,
  name: string,
): void {
  const { p, classes } = late.f;
  const id = p.name(name);
  for (const token of late.tokens(activation, operand)) {
    const types = p.values.kind(token) === VALUE.container ? elements(late, token) : [token];
    for (const type of types) {
      if (p.values.kind(type) !== VALUE.class) continue;
      late.edges(activation, op, late.functionsOf(type, p.name('__subclasshook__')));
      for (const meta of p.solver.at(classes.of(type).metaclass)) {
        if (p.values.kind(meta) === VALUE.class) late.edges(activation, op, late.functionsOf(meta, id));
      }
    }
  }
}

function elements(late: LateCalls, container: Token): readonly Token[] {
  return late.f.p.solver.at(late.f.containers.elements(container));
}

/** An edge to the method of each element that is an instance. */
export function askElements(
  late: LateCalls,
  activation: Activation,
  op: OpId,
  operand: number,
  methods: readonly string[],
): void {
  const { values } = late.f.p;
  for (const token of late.tokens(activation, operand)) {
    if (values.kind(token) === VALUE.container) askAll(late, activation, op, elements(late, token), methods);
  }
}

function askAll(
  late: LateCalls,
  activation: Activation,
  op: OpId,
  tokens: readonly Token[],
  methods: readonly string[],
): void {
  for (const token of tokens) late.edges(activation, op, late.methodsOf(token, methods));
}

function folded(late: LateCalls, activation: Activation, op: OpId, fold: number, iterable: number): void {
  const { p } = late.f;
  for (const token of late.tokens(activation, fold)) {
    const left = p.values.kind(token) === VALUE.library ? OF_LEFT.get(p.text(p.values.x(token))) : undefined;
    if (left !== undefined) askElements(late, activation, op, iterable, [left]);
  }
}

/** `"%s" % x`: what each conversion asks of its operand. */
export function interpolated(late: LateCalls, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const { p, containers } = late.f;
  for (const format of late.tokens(activation, facts.a[op]!)) {
    if (p.values.kind(format) !== VALUE.text) continue;
    const codes = [...p.text(p.values.x(format)).matchAll(/%(?:\([^)]*\))?[^a-zA-Z%]*([a-zA-Z%])/g)]
      .map((match) => match[1]!)
      .filter((code) => code !== '%');
    const ask = (token: Token, code: string | undefined) => {
      const methods = code === 's' ? ['__str__', '__repr__'] : REPR;
      if (code === 's' || code === 'r' || code === 'a') {
        late.edges(activation, op, late.methodsOf(token, methods));
      }
    };
    for (const token of late.tokens(activation, facts.b[op]!)) {
      if (p.values.kind(token) !== VALUE.container) ask(token, codes[0]);
      else {
        const contents = containers.of(token);
        const at = (index: number): Node => contents.byKey.get(`i${index}`) ?? contents.wild;
        codes.forEach((code, index) => {
          for (const item of p.solver.at(at(index))) ask(item, code);
        });
      }
    }
  }
}

/** `items.sort()` compares the elements, `items[place]` asks the place for its number. */
export function sorted(late: LateCalls, activation: Activation, op: OpId, holder: Token): void {
  if (hasKey(activation, op)) return;
  askAll(late, activation, op, elements(late, holder), ['__lt__']);
}

export function placed(late: LateCalls, activation: Activation, op: OpId, key: number): void {
  const { facts } = activation.file;
  if (facts.kind[key] !== OP.Slice) late.each(activation, op, key, INDEX);
  else for (const bound of listOf(facts, facts.b[key]!)) late.each(activation, op, bound, INDEX);
}

function hasKey(activation: Activation, op: OpId): boolean {
  const { facts } = activation.file;
  const list = listOf(facts, facts.b[op]!);
  for (let index = 0; index < list.length; index += 3) {
    if (list[index] === ARGUMENT.keyword && facts.names[list[index + 1]!] === 'key') return true;
  }
  return false;
}

function positional(activation: Activation, op: OpId): readonly number[] {
  const list = listOf(activation.file.facts, activation.file.facts.b[op]!);
  const found: number[] = [];
  for (let index = 0; index < list.length; index += 3) {
    if (list[index] === ARGUMENT.positional) found.push(list[index + 2]!);
  }
  return found;
}
