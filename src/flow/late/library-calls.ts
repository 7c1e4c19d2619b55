import { ARGUMENT, CONTAINER, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Activation } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { HASH, type LateCalls, TRUTH } from './calls.ts';
import { ASK_ELEMENTS, lateElements, sorted } from './elements.ts';

export const REPR = ['__repr__'];
export const TEXT = ['__str__', ...REPR];
export const FORMAT = ['__format__', ...TEXT];

/** Which methods a builtin asks of its first argument, best first (library/functions in CPython's documentation). */
const OF_FIRST: ReadonlyMap<string, readonly string[]> = new Map([
  ['builtins.abs', ['__abs__']],
  ['builtins.bool', TRUTH],
  ['builtins.bytes', ['__bytes__', '__iter__']],
  ['builtins.complex', ['__complex__', '__float__', '__index__']],
  ['builtins.dir', ['__dir__']],
  ['builtins.divmod', ['__divmod__']],
  ['builtins.float', ['__float__', '__index__']],
  ['builtins.format', FORMAT],
  ['builtins.hash', HASH],
  ['builtins.int', ['__int__', '__index__', '__trunc__']],
  ['builtins.len', ['__len__']],
  ['builtins.repr', REPR],
  ['builtins.reversed', ['__reversed__', '__len__']],
  ['builtins.round', ['__round__']],
  ['builtins.str', TEXT],
  ['copy.copy', ['__copy__']],
  ['copy.deepcopy', ['__deepcopy__']],
  ['os.fspath', ['__fspath__']],
]);

const GET_ATTRIBUTE = ['__getattr__'];

/** Builtins that run their first argument to its end. */
const ITERATES: ReadonlySet<string> = new Set([
  ...['all', 'any', 'max', 'min', 'sum'].map((name) => `builtins.${name}`),
  ...['str.join', 'bytes.join', 'bytearray.join'].map((name) => `builtins.${name}`),
]);
const FORMATS_ALL: ReadonlySet<string> = new Set(['builtins.str.format', 'builtins.str.format_map']);

/** Methods of sets and dicts that hash their first argument, and of lists that compare it. */
const HASHES: ReadonlySet<string> = new Set(['add', 'discard', 'remove', 'get', 'pop', 'setdefault']);
const COMPARES: ReadonlySet<string> = new Set(['remove', 'index', 'count']);

/** What library callables ask of their arguments by protocol: `len(x)`, `str(x)`, `"{}".format(x)`, `seen.add(x)`. */
export function lateLibraryCall(late: LateCalls, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const { solver, values } = late.f.p;
  const set = solver.setAt(late.f.p.node(activation, facts.a[op] as OpId));
  if (!late.asks(set, (callees) => callees.some((callee) => mayAsk(late, callee)))) return;
  for (const callee of late.tokens(activation, facts.a[op]!)) {
    const kind = values.kind(callee);
    if (kind !== VALUE.library && kind !== VALUE.libraryMethod) continue;
    const name = late.f.p.text(values.x(callee));
    if (kind === VALUE.libraryMethod) {
      const receiver = values.y(callee) as Token;
      if (values.kind(receiver) === VALUE.container) {
        containerCall(late, activation, op, receiver, name);
        continue;
      }
    }
    builtinCall(late, activation, op, name);
  }
}

/** Every name that `builtinCall` asks for. */
const ASKING: ReadonlySet<string> = new Set([
  ...ASK_ELEMENTS,
  ...OF_FIRST.keys(),
  ...ITERATES,
  ...FORMATS_ALL,
  ...['print', 'hasattr', 'getattr'].map((name) => `builtins.${name}`),
]);

/** Whether a call of this value may ask its arguments for methods: most do not. */
function mayAsk(late: LateCalls, callee: Token): boolean {
  const { p } = late.f;
  const kind = p.values.kind(callee);
  if (kind !== VALUE.library && kind !== VALUE.libraryMethod) return false;
  const isOfContainer =
    kind === VALUE.libraryMethod && p.values.kind(p.values.y(callee) as Token) === VALUE.container;
  return isOfContainer || ASKING.has(p.text(p.values.x(callee)));
}

function builtinCall(late: LateCalls, activation: Activation, op: OpId, name: string): void {
  lateElements(late, activation, op, name);
  const first = positional(activation, op)[0];
  if (first === undefined) return;
  const methods = OF_FIRST.get(name);
  if (methods) {
    late.each(activation, op, first, methods);
  } else if (ITERATES.has(name)) late.iterated(activation, op, first);
  else if (name === 'builtins.print') each(late, activation, op, TEXT);
  else if (FORMATS_ALL.has(name)) each(late, activation, op, FORMAT);
  else if (name === 'builtins.hasattr' || name === 'builtins.getattr')
    dynamicRead(late, activation, op, name === 'builtins.getattr');
}

function containerCall(late: LateCalls, activation: Activation, op: OpId, holder: Token, name: string): void {
  if (name === 'sort') sorted(late, activation, op, holder);
  const first = positional(activation, op)[0];
  if (first === undefined || activation.file.facts.kind[first] === OP.Const) return;
  const kind = late.f.p.values.y(holder);
  const names = kind === CONTAINER.dict || kind === CONTAINER.set ? HASHES : COMPARES;
  if (names.has(name)) late.compared(activation, op, holder, first);
}

function each(late: LateCalls, activation: Activation, op: OpId, methods: readonly string[]): void {
  const list = listOf(activation.file.facts, activation.file.facts.b[op]!);
  for (let index = 0; index < list.length; index += 3) {
    const spread = list[index] === ARGUMENT.star || list[index] === ARGUMENT.doubleStar;
    if (!spread) late.each(activation, op, list[index + 2]!, methods);
  }
}

/**
 * `hasattr(x, n)`: `__getattr__` of an object whose class does not have the name, or any name if it is not constant.
 * Private names that are read without a default are taken to be there, as `x._n` is.
 */
function dynamicRead(late: LateCalls, activation: Activation, op: OpId, isRead: boolean): void {
  const [object, name, fallback] = positional(activation, op);
  if (object === undefined || name === undefined) return;
  const isSure = isRead && fallback === undefined;
  const { p, classes } = late.f;
  const texts = late.tokens(activation, name).filter((token) => p.values.kind(token) === VALUE.text);
  for (const token of late.tokens(activation, object)) {
    if (p.values.kind(token) !== VALUE.instance) continue;
    const record = classes.of(p.values.x(token) as Token);
    const isKnown = (text: Token) =>
      (isSure && p.text(p.values.x(text)).startsWith('_')) || classes.defines(record, p.values.x(text));
    if (texts.length > 0 && texts.every(isKnown)) continue;
    late.edges(activation, op, late.methodsOf(token, GET_ATTRIBUTE));
  }
}

/** Operands of the positional arguments before the first star. */
function positional(activation: Activation, op: OpId): readonly number[] {
  const list = listOf(activation.file.facts, activation.file.facts.b[op]!);
  const found: number[] = [];
  for (let index = 0; index < list.length && list[index] !== ARGUMENT.star; index += 3) {
    if (list[index] === ARGUMENT.positional) found.push(list[index + 2]!);
  }
  return found;
}
