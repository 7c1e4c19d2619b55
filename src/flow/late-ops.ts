import { CONTAINER, OP, type OpId, type OpKind } from '../facts/ir.ts';
import { listOf } from '../facts/read-facts.ts';
import type { Activation } from './activations.ts';
import { importedModule } from './imports.ts';
import { EQUAL, HASH, type LateCalls, TRUTH } from './late-calls.ts';
import { FORMAT, lateLibraryCall, REPR, TEXT } from './late-library-calls.ts';
import { siteAt } from './ops.ts';
import type { Node } from './solver.ts';
import { VALUE } from './values.ts';

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
const SET_ATTRIBUTE = ['__setattr__'];
const DELETE_ATTRIBUTE = ['__delattr__'];
const CONTAINS = ['__contains__'];
const ELEMENTS = ['__iter__', '__getitem__'];

/** Makes the late calls of every op that the values of now ask for; true if there were new ones. */
export function runLateCalls(late: LateCalls): boolean {
  const before = late.calls;
  const { all } = late.f.p.activations;
  for (let id = 0; id < all.length; id++) {
    const activation = all[id]!;
    const { start, end } = activation.file.facts.functions[activation.index]!;
    for (let op = start; op < end; op++) lateOp(late, activation, op as OpId);
  }
  return late.calls > before;
}

function lateOp(late: LateCalls, activation: Activation, op: OpId): void {
  const { kind, a, b, c, names } = activation.file.facts;
  switch (kind[op] as OpKind) {
    case OP.Compare:
      return compare(late, activation, op, names[c[op]!]!);
    case OP.Test:
    case OP.Boolean:
      return late.each(activation, op, a[op]!, TRUTH);
    case OP.Unary: {
      const methods = UNARY.get(names[c[op]!]!);
      return methods && late.each(activation, op, a[op]!, methods);
    }
    case OP.Item:
    case OP.SetItem:
    case OP.DeleteItem:
      return key(late, activation, op, a[op]!, b[op]!);
    case OP.Container:
      return display(late, activation, op);
    case OP.FormatField:
      return late.each(activation, op, a[op]!, formatMethods(b[op]! < 0 ? '' : names[b[op]!]!));
    case OP.SetAttribute:
      return late.each(activation, op, a[op]!, SET_ATTRIBUTE, () => [
        attributeName(late, activation, op),
        late.f.p.node(activation, c[op] as OpId),
      ]);
    case OP.DeleteAttribute:
      return late.each(activation, op, a[op]!, DELETE_ATTRIBUTE, () => [attributeName(late, activation, op)]);
    case OP.Raise:
      return raised(late, activation, op, a[op]!);
    case OP.ImportFrom:
      return imported(late, activation, op);
    case OP.Call:
      return lateLibraryCall(late, activation, op);
    default:
  }
}

/** Methods that a replacement field asks for, best first (language reference 2.4.3). */
function formatMethods(conversion: string): readonly string[] {
  if (conversion === 'r' || conversion === 'a') return REPR;
  return conversion === 's' ? TEXT : FORMAT;
}

/** The name in `x.name = v`, which `__setattr__` gets first. */
function attributeName(late: LateCalls, activation: Activation, op: OpId): Node {
  const { solver, values } = late.f.p;
  const node = solver.nodes(1);
  const { file } = activation;
  solver.add(node, values.of(VALUE.text, file.names[file.facts.b[op]!]!));
  return node;
}

function compare(late: LateCalls, activation: Activation, op: OpId, operator: string): void {
  const { a, b } = activation.file.facts;
  if (operator === 'in' || operator === 'not in') return contains(late, activation, op, a[op]!, b[op]!);
  const differs = operator === '!=' || operator === '<>';
  const methods = differs ? ([NOT_EQUAL, NOT_EQUAL] as const) : COMPARISONS.get(operator);
  if (!methods) return;
  const { p } = late.f;
  const own = late
    .tokens(activation, a[op]!)
    .map((token) =>
      late.invoke(activation, op, token, methods[0], () => [p.node(activation, b[op] as OpId)]),
    );
  // the right operand is asked where the left has no answer
  if (own.length > 0 && own.every(Boolean)) return;
  late.each(activation, op, b[op]!, methods[1], () => [p.node(activation, a[op] as OpId)]);
}

function contains(late: LateCalls, activation: Activation, op: OpId, member: number, holder: number): void {
  const { p } = late.f;
  for (const token of late.tokens(activation, holder)) {
    if (p.values.kind(token) !== VALUE.instance) {
      late.compared(activation, op, token, member);
      continue;
    }
    const args = () => [p.node(activation, member as OpId)];
    if (!late.invoke(activation, op, token, CONTAINS, args)) late.invoke(activation, op, token, ELEMENTS);
  }
}

/** `holder[key]` of a dict. */
function key(late: LateCalls, activation: Activation, op: OpId, holder: number, member: number): void {
  const { values } = late.f.p;
  if (activation.file.facts.kind[member] === OP.Const) return;
  if (!late.tokens(activation, member).some((token) => values.kind(token) === VALUE.instance)) return;
  for (const token of late.tokens(activation, holder)) {
    if (values.kind(token) === VALUE.container && values.y(token) !== CONTAINER.dict) continue;
    late.compared(activation, op, token, member);
  }
}

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
    if (!late.isNew(activation, op, token, p.name(''))) continue;
    p.call(token, { ...siteAt(late.f, activation, op), result: p.solver.nodes(1) });
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
  for (const token of p.solver.at(p.activations.variable(p.moduleOf(found.file), getter))) {
    if (p.values.kind(token) === VALUE.function) p.edge(siteAt(late.f, activation, op), token);
  }
}
