import * as K from '../../parse/kind-numbers.ts';
import { argumentsOf, callShape, memberShape, type NodeId } from '../../parse/nodes.ts';
import { ARGUMENT, NO_OP, OP, type OpId } from '../ir.ts';
import { lowerCall } from './calls.ts';
import type { Items } from './known-contents.ts';
import { item, renumbered, subscript } from './known-subscripts.ts';
import type { Lowering } from './lowering.ts';

/** Methods that leave a container as it is, and give nothing of what its items hold. */
const HARMLESS = new Set(['keys', 'index', 'count', '__len__', '__contains__']);
/** Methods that give items of the container, or views of them. */
const READING = new Set(['values', 'items', 'copy', '__iter__']);

/**
 * The first steps of `name[key]...` and `name.method(...)` where the contents of what the name holds are known: takes
 * them off the spine and gives their value. NO_OP: nothing is known.
 */
export function lowerKnown(l: Lowering, atom: NodeId, spine: NodeId[]): OpId {
  let container = spine.length > 0 ? l.known.named(atom) : NO_OP;
  if (container === NO_OP) return NO_OP;
  for (;;) {
    const link = spine[spine.length - 1];
    if (link === undefined || l.table.kind[link] !== K.MemberExpression) break;
    const shape = memberShape(l.table, link);
    const value =
      shape.attribute === undefined ? subscript(l, container, link) : method(l, container, link, spine);
    if (value === NO_OP) break;
    spine.pop();
    if (!l.known.isKnown(value)) return l.known.release(value);
    container = value;
  }
  return l.known.release(container);
}

/** `container.method(...)`: the call stays an op; what it does to the contents, and what it gives, is known. */
function method(l: Lowering, container: OpId, link: NodeId, spine: NodeId[]): OpId {
  const call = spine[spine.length - 2];
  if (call === undefined || l.table.kind[call] !== K.CallExpression) return NO_OP;
  const { attribute } = memberShape(l.table, link);
  const name = l.text(attribute!);
  const shape = callShape(l.table, call);
  const given = argumentsOf(l.table, shape.arguments);
  const changes = CHANGES[l.known.isSequence(container) ? 'list' : 'dict'][name];
  const reads = READING.has(name);
  if (!changes && !reads && !HARMLESS.has(name)) return NO_OP;
  const takesNames = name === 'update' && !l.known.isSequence(container);
  if (given.some(({ kind }) => kind !== 'positional' && !(takesNames && kind === 'keyword'))) return NO_OP;
  // the call goes to a copy: what other calls read is not to be mixed with what this one puts in
  const object = reads
    ? l.known.copy(container, link)
    : l.known.display(container, l.known.items(container)!, link);
  const op = l.emit(OP.Attribute, link, object, l.writer.name(name));
  l.writer.pointAt(op, l.table.from[attribute!]!, l.table.to[attribute!]!);
  const result = lowerCall(l, call, op, shape, true);
  spine.pop();
  if (!changes) return result;
  const items = l.known.items(container);
  const list = l.writer.listAt(l.writer.b[result]!);
  const operands = given.flatMap(({ kind }, index) =>
    kind === 'positional' ? [list[3 * index + 2] as OpId] : [],
  );
  const change = items && changes(l, items, operands, namedItems(l, list, link));
  if (!change) {
    // what it does to the copy, it does to the container: nobody knows what, or an argument made others see it
    l.writer.a[op] = l.known.release(container);
    return result;
  }
  if (change.items) l.known.change(container, change.items, link);
  return change.gives ?? result;
}

/** Arguments given by name, as items of a dict. */
function namedItems(l: Lowering, list: readonly number[], node: NodeId): Items {
  const named: Items = new Map();
  for (let index = 0; index < list.length; index += 3) {
    if (list[index] !== ARGUMENT.keyword) continue;
    const value = l.writer.names[list[index + 1]!]!;
    const key = l.emit(OP.Const, node, l.writer.constant({ kind: 'str', value }));
    named.set(`s${value}`, { key, value: list[index + 2] as OpId });
  }
  return named;
}

interface Change {
  /** What the container holds afterwards; absent: the same. */
  readonly items?: Items;
  /** What the call gives, if that is an item. */
  readonly gives?: OpId;
}

/** What a method does to known items; `undefined`: nobody knows. */
type Method = (l: Lowering, items: Items, operands: readonly OpId[], named: Items) => Change | undefined;

const append: Method = (_, items, [value]) =>
  value === undefined ? undefined : { items: renumbered([...items.values(), item(value)]) };

const insert: Method = (l, items, [at, value]) => {
  const position = at === undefined ? undefined : l.known.keyOf(at);
  if (value === undefined || position === undefined || !position.startsWith('i')) return undefined;
  const values = [...items.values()];
  const index = Number(position.slice(1));
  values.splice(index, 0, item(value));
  return { items: renumbered(values) };
};

const extend: Method = (l, items, [other]) => {
  const more = other === undefined ? undefined : l.known.displayed(other);
  return more && { items: renumbered([...items.values(), ...more.values()]) };
};

const popItem: Method = (l, items, [at]) => {
  const position = at === undefined ? 'i-1' : l.known.keyOf(at);
  if (position === undefined || !position.startsWith('i')) return undefined;
  const values = [...items.values()];
  const [gone] = values.splice(Number(position.slice(1)), 1);
  return gone && { items: renumbered(values), gives: gone.value };
};

const clear: Method = () => ({ items: new Map() });

const reverse: Method = (_, items) => ({ items: renumbered([...items.values()].reverse()) });

const get: Method = (l, items, [key, otherwise]) => {
  const name = key === undefined ? undefined : l.known.keyOf(key);
  if (name === undefined) return undefined;
  const gives = items.get(name)?.value ?? otherwise;
  return gives === undefined ? {} : { gives };
};

const popKey: Method = (l, items, operands, named) => {
  const change = get(l, items, operands, named);
  if (!change) return undefined;
  const rest = new Map(items);
  rest.delete(l.known.keyOf(operands[0]!)!);
  return { ...change, items: rest };
};

const setDefault: Method = (l, items, operands, named) => {
  const [key, value] = operands;
  const change = get(l, items, operands, named);
  if (!change || key === undefined) return undefined;
  const name = l.known.keyOf(key)!;
  if (items.has(name)) return change;
  return value === undefined ? undefined : { ...change, items: new Map(items).set(name, { key, value }) };
};

const update: Method = (l, items, [other], named) => {
  const more = other === undefined ? [] : l.known.displayed(other);
  return more && { items: new Map([...items, ...more, ...named]) };
};

const CHANGES: Readonly<Record<'list' | 'dict', Readonly<Record<string, Method | undefined>>>> = {
  list: { append, insert, extend, pop: popItem, clear, reverse },
  dict: { get, pop: popKey, setdefault: setDefault, update, clear },
};
