import { CONTAINER, OP, type OpId, type OpKind } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { libraryClass, memberOfClass } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import { importedModule } from '../modules/imports.ts';
import type { Activation, FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { EQUAL, HASH, LateCalls, TRUTH } from './calls.ts';
import { interpolated, placed } from './elements.ts';
import { FORMAT, lateLibraryCall, REPR, TEXT } from './library-calls.ts';

/** Methods of a comparison, best first, and those of its right operand (language reference 3.3.1). */
const COMPARISONS: ReadonlyMap<string, readonly [own: readonly string[], other: readonly string[]]> = new Map(
  [
    ['==', [EQUAL, EQUAL]],
    ['<', [['__lt__'], ['__gt__']]],
    ['<=', [['__le__'], ['__ge__']]],
    ['>', [['__gt__'], ['__lt__']]],
    ['>=', [['__ge__'], ['__le__']]],
  ],
);
const NOT_EQUAL = ['__ne__', ...EQUAL];
const UNARY: ReadonlyMap<string, readonly string[]> = new Map([
  ['not', TRUTH],
  ['-', ['__neg__']],
  ['+', ['__pos__']],
  ['~', ['__invert__']],
]);
const DELETE_ATTRIBUTE = ['__delattr__'];
const CONTAINS = ['__contains__', '__iter__', '__getitem__'];

/** Adds the edges of every op, once the values are known. */
export function addLateCalls(f: Flow): void {
  const late = new LateCalls(f);
  const { all } = f.p.activations;
  for (let id = 0; id < all.length; id++) {
    const activation = all[id]!;
    const { start, end } = activation.file.facts.functions[activation.index]!;
    for (let op = start; op < end; op++) lateOp(late, activation, op as OpId);
  }
}

function lateOp(late: LateCalls, activation: Activation, op: OpId): void {
  const { kind, a, b, c, names } = activation.file.facts;
  switch (kind[op] as OpKind) {
    case OP.Compare:
      return compare(late, activation, op, names[c[op]!]!);
    case OP.Test:
    case OP.Boolean:
      late.each(activation, op, a[op]!, TRUTH);
      return;
    case OP.Unary: {
      const methods = UNARY.get(names[c[op]!]!);
      if (methods) late.each(activation, op, a[op]!, methods);
      return;
    }
    case OP.Item:
    case OP.SetItem:
    case OP.DeleteItem:
      return key(late, activation, op, a[op]!, b[op]!);
    case OP.Container:
      return display(late, activation, op);
    case OP.FormatField:
      late.each(activation, op, a[op]!, formatMethods(b[op]! < 0 ? '' : names[b[op]!]!));
      return;
    case OP.Attribute:
      return askedInVain(late, activation, op);
    case OP.DeleteAttribute:
      late.each(activation, op, a[op]!, DELETE_ATTRIBUTE);
      return;
    case OP.Binary:
      return names[c[op]!] === '%' ? interpolated(late, activation, op) : undefined;
    case OP.Raise:
      return raised(late, activation, op, a[op]!);
    case OP.ImportFrom:
      return imported(late, activation, op);
    case OP.Call:
      return lateLibraryCall(late, activation, op);
    default:
  }
}

/**
 * A class that answers for any name is not asked where another value that may stand there has the name: a set of
 * values that is too wide shows by that, where the program is not followed closely. Errs toward missing what a proxy does in place of what it stands for.
 */
function askedInVain(late: LateCalls, activation: Activation, op: OpId): void {
  const { p } = late.f;
  const { a, b } = activation.file.facts;
  if (late.f.contexts.isClose || !p.edges.has(activation, op)) return;
  const name = activation.file.names[b[op]!]!;
  const getters = p.edges
    .at(activation, op)
    .filter(
      (callee) =>
        p.values.kind(callee) === VALUE.function &&
        p.activations.facts(p.values.x(callee) as FunctionId).name === '__getattr__',
    );
  if (getters.length === 0) return;
  const text = p.text(name);
  const answers = (token: Token) => late.has(token, name) || isTextWith(late.f, token, text);
  if (!late.tokens(activation, a[op]!).some(answers)) return;
  for (const getter of getters) p.edges.remove(activation, op, getter);
}

/** Whether a value is a text that has an attribute: proxies stand for files and other objects, hardly for texts. */
function isTextWith({ p }: Flow, token: Token, name: string): boolean {
  const kind = p.values.kind(token);
  const type = kind === VALUE.text ? 'builtins.str' : p.text(p.values.x(token));
  if (kind !== VALUE.text && (kind !== VALUE.libraryInstance || !TEXTS.has(type))) return false;
  const text = libraryClass(type);
  return text !== undefined && memberOfClass(text, name) !== undefined;
}

const TEXTS: ReadonlySet<string> = new Set(['builtins.str', 'builtins.bytes']);

/** Methods that a replacement field asks for, best first (language reference 2.4.3). */
function formatMethods(conversion: string): readonly string[] {
  if (conversion === 'r' || conversion === 'a') return REPR;
  return conversion === 's' ? TEXT : FORMAT;
}

function compare(late: LateCalls, activation: Activation, op: OpId, operator: string): void {
  const { a, b } = activation.file.facts;
  if (operator === 'in' || operator === 'not in') return contains(late, activation, op, a[op]!, b[op]!);
  const differs = operator === '!=' || operator === '<>';
  const methods = differs ? ([NOT_EQUAL, NOT_EQUAL] as const) : COMPARISONS.get(operator);
  if (!methods) return;
  // the right operand is asked where the left has no answer
  if (!late.each(activation, op, a[op]!, methods[0])) late.each(activation, op, b[op]!, methods[1]);
}

function contains(late: LateCalls, activation: Activation, op: OpId, member: number, holder: number): void {
  late.each(activation, op, holder, CONTAINS);
  for (const token of late.tokens(activation, holder)) late.compared(activation, op, token, member);
}

/** `holder[key]` of a dict. */
function key(late: LateCalls, activation: Activation, op: OpId, holder: number, member: number): void {
  const { values } = late.f.p;
  if (activation.file.facts.kind[member] === OP.Const) return;
  if (late.tokens(activation, holder).some((token) => isSequence(values.kind(token), values.y(token)))) {
    placed(late, activation, op, member);
  }
  if (!late.tokens(activation, member).some((token) => values.kind(token) === VALUE.instance)) return;
  for (const token of late.tokens(activation, holder)) {
    if (values.kind(token) === VALUE.container && values.y(token) !== CONTAINER.dict) continue;
    late.compared(activation, op, token, member);
  }
}

const isSequence = (kind: number, container: number): boolean =>
  kind === VALUE.container && (container === CONTAINER.list || container === CONTAINER.tuple);

/** Members of a set display, keys of a dict display. */
function display(late: LateCalls, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const kind = facts.a[op]!;
  if (kind !== CONTAINER.set && kind !== CONTAINER.dict) return;
  const items = listOf(facts, facts.b[op]!);
  for (let index = 0; index < items.length; index += kind === CONTAINER.dict ? 2 : 1) {
    const item = items[index]!;
    if (item >= 0 && facts.kind[item] !== OP.Const) late.each(activation, op, item, HASH);
  }
}

/** `raise C` makes a C (language reference 7.8). */
function raised(late: LateCalls, activation: Activation, op: OpId, type: number): void {
  const { p } = late.f;
  for (const token of late.tokens(activation, type)) {
    if (p.values.kind(token) !== VALUE.class) continue;
    late.edges(activation, op, late.makersOf(token));
  }
}

/**
 * `from m import name` asks a module that is no package for `__path__` (PyImport_ImportModuleLevelObject), and so
 * runs its `__getattr__` (PEP 562).
 */
function imported(late: LateCalls, activation: Activation, op: OpId): void {
  const { p } = late.f;
  const module = importedModule(activation, op, late.f);
  if (module === undefined || module === '') return;
  const found = p.program.resolve(activation.file.id, module);
  if (found.kind !== 'file') return;
  const { facts, isPackage } = p.program.files[found.file]!;
  const getter = facts.globals.get('__getattr__');
  if (getter === undefined || isPackage) return;
  const getters = p.solver.at(p.activations.variable(p.moduleOf(found.file), getter));
  late.edges(
    activation,
    op,
    getters.filter((token) => p.values.kind(token) === VALUE.function),
  );
}
