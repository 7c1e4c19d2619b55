import { CONTAINER, type FileFacts, NO_OP, OP, type OpId } from '../../facts/ir.ts';
import { keyOfConstant, keyOfTuple } from '../../facts/literals.ts';
import { listOf } from '../../facts/read-facts.ts';
import { iterate } from '../calls/protocols.ts';
import { isNamedTuple } from '../classes/generated-init.ts';
import type { Contents } from '../containers/containers.ts';
import { getItem, getSlice, setItem, slotOf } from '../containers/items.ts';
import { eachKey } from '../containers/keys.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import type { SiteId } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { nodeUnder, operandNode } from './narrowing.ts';
import { siteAt } from './ops.ts';

/** The key of a subscript, if it is a constant: `i0`, `sname`. */
function keyOf(facts: FileFacts, op: number): string | undefined {
  if (facts.kind[op] === OP.Const) return keyOfConstant(facts.constants[facts.a[op]!]!);
  if (facts.kind[op] !== OP.Container || facts.a[op] !== CONTAINER.tuple) return undefined;
  const items: string[] = [];
  for (const item of listOf(facts, facts.b[op]!)) {
    const key = item < 0 || facts.kind[item] !== OP.Const ? undefined : keyOf(facts, item);
    if (key === undefined) return undefined;
    items.push(key);
  }
  return keyOfTuple(items);
}

/** `x[k]`, `x[k] = v`, `del x[k]` for a value of x. */
export function itemAccess(f: Flow, activation: Activation, op: OpId, token: Token): void {
  const { facts } = activation.file;
  const at = (value: number) => f.p.node(activation, value as OpId);
  const b = facts.b[op]!;
  const key = keyOf(facts, b);
  const site = siteAt(f, activation, op);
  if (facts.kind[op] === OP.SetItem)
    return setItem(f, token, key, { key: at(b), value: at(facts.c[op]!) }, site);
  const isSlice = facts.kind[b] === OP.Slice && f.p.values.kind(token) === VALUE.container;
  if (facts.kind[op] === OP.Item && isSlice) return getSlice(f, token, sliceStart(activation, b), site);
  if (facts.kind[op] === OP.Item) return getItem(f, token, key, at(b), site);
  const kind = f.p.values.kind(token);
  if (kind !== VALUE.instance && kind !== VALUE.libraryInstance) return;
  f.p.callMethod(token, '__delitem__', { ...site, arguments: { ...site.arguments, positional: [at(b)] } });
}

/** Where a slice begins, if nothing is left out after that. */
function sliceStart({ file: { facts } }: Activation, op: number): number | undefined {
  const [from, , step] = listOf(facts, facts.b[op]!);
  if (step !== undefined && step >= 0) return undefined;
  if (from === undefined || from < 0) return 0;
  const value = facts.kind[from] === OP.Const ? facts.constants[facts.a[from]!]! : undefined;
  return value?.kind === 'int' && value.value >= 0 ? Number(value.value) : undefined;
}

/** Displays and comprehensions: a container made here, with its elements. */
export function constrainContainer(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const kind = facts.a[op]!;
  const id = f.p.site(activation, op);
  const contents = f.containers.at(id);
  f.p.solver.add(f.p.node(activation, op), f.containers.make(id, kind));
  const items = listOf(facts, facts.b[op]!);
  const comprehension = facts.kind[op] === OP.Comprehension;
  const guard = comprehension ? facts.c[op]! : facts.guard[op]!;
  const at = (value: number) => nodeUnder(f, activation, guard, value);
  if (comprehension && kind === CONTAINER.generator && activation.around >= 0) {
    f.containers.makers.set(id, f.p.values.of(VALUE.function, activation.function, activation.around));
  }
  if (kind === CONTAINER.dict) {
    for (let index = 0; index + 1 < items.length; index += 2) {
      const keyOp = items[index]!;
      const value = items[index + 1]!;
      if (keyOp === NO_OP) {
        mergeDict(f, at(value), id);
        continue;
      }
      const key = comprehension ? undefined : keyOf(facts, keyOp);
      f.p.solver.flow(at(keyOp), contents.keys);
      if (key !== undefined) f.p.solver.flow(at(value), f.containers.slot(contents, key));
      else if (comprehension || !f.contexts.isClose) f.p.solver.flow(at(value), contents.wild);
      else putUnder(f, contents, at(keyOp), at(value));
    }
    return;
  }
  if (kind === CONTAINER.tuple && f.contexts.isClose) {
    const key = keyOf(facts, op);
    if (key !== undefined) f.containers.asKeys.set(id, key);
  }
  let exact = !comprehension && kind !== CONTAINER.set;
  if (exact && items.every((item) => item >= 0)) contents.length = items.length;
  items.forEach((value, index) => {
    if (value < 0) {
      exact = false;
      iterate(f, at(-2 - value), { ...siteAt(f, activation, op), result: contents.wild });
    } else f.p.solver.flow(at(value), exact ? f.containers.slot(contents, `i${index}`) : contents.wild);
  });
}

/** An item whose key is told by the values that arrive there. */
function putUnder(f: Flow, contents: Contents, key: Node, value: Node): void {
  eachKey(f, key, (each) =>
    f.p.solver.flow(value, each === undefined ? contents.wild : f.containers.slot(contents, each)),
  );
}

function mergeDict(f: Flow, source: Node, id: SiteId): void {
  const contents = f.containers.at(id);
  f.p.solver.on(source, (token) => {
    if (f.p.values.kind(token) !== VALUE.container) return;
    f.containers.copy(f.containers.of(token), contents);
  });
}

/** What an instance of a named tuple holds by position. */
function fieldsOf(f: Flow, token: Token): Token | undefined {
  const { values } = f.p;
  if (values.kind(token) !== VALUE.instance) return undefined;
  const record = f.classes.of(values.x(token) as Token);
  if (!isNamedTuple(f, record) || f.classes.defines(record, f.p.name('__iter__'))) return undefined;
  return f.containers.make(f.containers.siteOf(token), CONTAINER.tuple);
}

/** One target of an unpacking. */
export function constrainUnpack(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const position = facts.b[op]!;
  const starred = facts.c[op] === 1;
  const result = f.p.node(activation, op);
  const site = siteAt(f, activation, op);
  const id = f.p.site(activation, op);
  if (starred) f.p.solver.add(result, f.containers.make(id, CONTAINER.list));
  const target = starred ? f.containers.at(id).wild : result;
  f.p.solver.on(operandNode(f, activation, op, facts.a[op]!), (token) => {
    const isSequence = f.p.values.kind(token) === VALUE.container && f.p.values.y(token) !== CONTAINER.dict;
    if (isSequence && starred && position >= 0 && f.contexts.isClose)
      return f.containers.copy(f.containers.of(token), f.containers.at(id), -position);
    if (isSequence && !starred) return f.p.solver.flow(slotOf(f, token, `i${position}`), target);
    const fields = starred ? undefined : fieldsOf(f, token);
    if (fields !== undefined) return f.p.solver.flow(slotOf(f, fields, `i${position}`), target);
    const single = f.p.solver.nodes(1);
    f.p.solver.add(single, token);
    iterate(f, single, { ...site, result: target });
  });
}
