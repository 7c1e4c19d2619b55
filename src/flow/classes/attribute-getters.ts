import { partialOf } from '../calls/partials.ts';
import type { AttributeGetter, Flow } from '../flow.ts';
import type { AttributeNodes } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { ClassRecord } from './classes.ts';
import { bindTo } from './descriptors.ts';

/** Methods that answer for attributes by name (language reference 3.3.2). */
type GetterMethod = '__getattr__' | '__getattribute__';

/** Asks the method of an instance for an attribute; `record` is the instance's class. */
export function askInstance(
  f: Flow,
  record: ClassRecord,
  instance: Token,
  name: number,
  method: GetterMethod,
  to: AttributeNodes,
): void {
  const key = instance * 2 + (method === '__getattr__' ? 0 : 1);
  let getter = f.getters.get(key);
  if (!getter) {
    getter = lookedUp(f, record, instance, method);
    f.getters.set(key, getter);
  }
  ask(f, getter, name, to);
}

/** Asks `__getattr__` of a metaclass for an attribute of one of its classes. */
export function askMetaclass(
  f: Flow,
  meta: ClassRecord,
  type: Token,
  name: number,
  to: AttributeNodes,
): void {
  ask(f, lookedUp(f, meta, type, '__getattr__'), name, to);
}

function lookedUp(f: Flow, record: ClassRecord, object: Token, method: GetterMethod): AttributeGetter {
  const { solver } = f.p;
  const getter: AttributeGetter = { callees: [], asked: [] };
  const value = solver.nodes(2);
  const found = { value, getters: (value + 1) as Node };
  const name = f.p.name(method);
  f.classes.lookUp(
    record,
    name,
    (definer) => bindTo(f, f.p.field(definer.token, name), record.token, object, found),
    () => {},
  );
  solver.on(value, (callee) => {
    getter.callees.push(callee);
    for (const { name, to } of getter.asked) solver.add(to.getters, withText(f, callee, name));
  });
  return getter;
}

function ask(f: Flow, getter: AttributeGetter, name: number, to: AttributeNodes): void {
  getter.asked.push({ name, to });
  for (const callee of getter.callees) f.p.solver.add(to.getters, withText(f, callee, name));
}

/** A callable with the name of the attribute as its argument already given. */
export function withText(f: Flow, callee: Token, name: number): Token {
  const nodes = f.p.solver.nodes(2);
  f.p.solver.add(nodes, callee);
  f.p.solver.add((nodes + 1) as Node, f.p.values.of(VALUE.text, name));
  return partialOf(f, [nodes, (nodes + 1) as Node]);
}
