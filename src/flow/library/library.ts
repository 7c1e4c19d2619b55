import { CONTAINER } from '../../facts/ir.ts';
import type { RaiserTable } from '../../model/raiser-table.ts';
import { closureOf } from '../../stdlib/closure.ts';
import { isLibraryModule } from '../../stdlib/types/modules.ts';
import type { Flow } from '../flow.ts';
import { externalName } from '../modules/imports.ts';
import type { Site } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { functionResult, methodResult, readMember } from '../types/members.ts';

/** `os.path`, `socket.socket`: the object of that dotted name. */
export function libraryAttribute(f: Flow, object: Token, name: number, result: Node): void {
  const dotted = `${f.p.text(f.p.values.x(object))}.${f.p.text(name)}`;
  if (isTooLong(f, dotted)) return;
  const member = f.p.table.members.get(f.p.canonical(dotted));
  if (member !== undefined) f.p.solver.add(result, f.p.libraryInstance(member));
  externalName(f, dotted, result);
}

/**
 * Dotted names end somewhere: `node = node.next` on a value from outside would make them grow without end. Behind the
 * module, three steps reach any method of a class within a class or a submodule. A step that repeats the one before is a
 * class of a module of its name, or none: `xml.etree.ElementTree.ElementTree`.
 */
function isTooLong(f: Flow, dotted: string): boolean {
  let steps = 0;
  for (
    let at = dotted.length;
    at > 0 && !f.modules.has(dotted.slice(0, at));
    at = dotted.lastIndexOf('.', at - 1)
  ) {
    steps++;
  }
  return (
    steps > MOST_STEPS || (isDoubled(dotted) && !isLibraryModule(dotted.slice(0, dotted.lastIndexOf('.'))))
  );
}

const MOST_STEPS = 3;

const isDoubled = (dotted: string): boolean => /\.(\w+)\.\1$/.test(dotted);

/** An attribute of an instance of a library class: a member with a known class, or a method. */
export function libraryMethod(f: Flow, object: Token, name: number, result: Node): void {
  const { values, solver } = f.p;
  const owner = f.p.text(values.x(object));
  if (values.kind(object) === VALUE.libraryMethod) return;
  const text = f.p.text(name);
  const member = memberClass(f, classAndBases(f, owner), text);
  if (member !== undefined) return solver.add(result, f.p.libraryInstance(member));
  if (text === '__class__') return solver.add(result, f.p.library(owner));
  const dotted = `${owner}.${text}`;
  if (!isMethod(f, object, owner, text, result)) return;
  solver.add(result, values.of(VALUE.libraryMethod, f.p.name(dotted), object));
}

/**
 * Whether a name of a library class is a method, or may be one; data goes to the result at once. Private names, and
 * those that the table of raisers has, may be there although the types do not tell.
 */
export function isMethod(f: Flow, object: Token, owner: string, text: string, result: Node): boolean {
  const found = readMember(f, object, owner, text, result);
  if (found !== 'absent') return found !== 'read';
  if (text.startsWith('_') && !text.startsWith('__') && owner !== 'builtins.object') return true;
  if (!f.summarises && closureOf(`${owner}.${text}`).length > 0) return true;
  return callableNames(f, `${owner}.${text}`).some((name) => f.p.table.calls.has(name));
}

/** Class of the attribute of a value of one of `types`, as the table knows it; `*` stands for any public name. */
export function memberClass(f: Flow, types: readonly string[], name: string): string | undefined {
  for (const type of types) {
    const member = f.p.table.members.get(f.p.canonical(`${type}.${name}`));
    if (member !== undefined) return member;
  }
  if (name.startsWith('_')) return undefined;
  return types.map((type) => f.p.table.members.get(`${type}.*`)).find((member) => member !== undefined);
}

/** What is read off the names of the table, kept per name. */
interface NamesOfTable {
  readonly bases: Map<string, readonly string[]>;
  readonly callables: Map<string, readonly string[]>;
}

const namesByTable = new WeakMap<RaiserTable, NamesOfTable>();

function namesOfTable({ p: { table } }: Flow): NamesOfTable {
  let names = namesByTable.get(table);
  if (!names) {
    names = { bases: new Map(), callables: new Map() };
    namesByTable.set(table, names);
  }
  return names;
}

/** A library class and what it derives from, nearest first, as far as the table knows. */
export function classAndBases(f: Flow, name: string): readonly string[] {
  const { bases } = namesOfTable(f);
  let order = bases.get(name);
  if (!order) {
    order = findBases(f, name);
    bases.set(name, order);
  }
  return order;
}

function findBases(f: Flow, name: string): readonly string[] {
  const order: string[] = [];
  const queue = [name];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (order.includes(at)) continue;
    order.push(at);
    const key = f.p.canonical(at);
    if (key !== at && !order.includes(key)) queue.push(key);
    queue.push(...(f.p.table.bases.get(key) ?? []));
  }
  return order;
}

/**
 * The names under which the table may know a library callable: itself, and for a method the same method of each
 * base class.
 */
export function callableNames(f: Flow, dotted: string): readonly string[] {
  const { callables } = namesOfTable(f);
  let names = callables.get(dotted);
  if (!names) {
    names = findCallableNames(f, dotted);
    callables.set(dotted, names);
  }
  return names;
}

function findCallableNames(f: Flow, dotted: string): readonly string[] {
  const names = [f.p.canonical(dotted)];
  const dot = dotted.lastIndexOf('.');
  if (dot < 0) return names;
  const owner = dotted.slice(0, dot);
  const method = dotted.slice(dot + 1);
  for (const type of classAndBases(f, owner)) {
    const name = f.p.canonical(`${type}.${method}`);
    if (!names.includes(name)) names.push(name);
  }
  return names;
}

/** Whether a dotted library name is a class: the table says so, or its last part is written like one. */
export function isClassName(f: Flow, dotted: string): boolean {
  const key = f.p.canonical(dotted);
  if (f.p.table.bases.has(key)) return true;
  const raisers = f.p.table.calls.get(key);
  if (raisers) return raisers.some(({ raiser }) => raiser.kind === 'call' && raiser.of === 'class');
  const last = dotted.slice(dotted.lastIndexOf('.') + 1);
  return BUILTIN_CLASSES.has(dotted) || (/^_*[A-Z]/.test(last) && last !== last.toUpperCase());
}

/** What the table knows of the result of a library callable, else what its types say. */
export function libraryResult(f: Flow, dotted: string, site: Site, receiver?: Token): void {
  const { solver, values } = f.p;
  for (const name of callableNames(f, dotted)) {
    const type = f.p.table.returns.get(name);
    if (type !== undefined) return solver.add(site.result, f.p.libraryInstance(type));
    const made = f.p.table.classes.get(name);
    if (made !== undefined) return solver.add(site.result, f.p.library(made));
    const items = f.p.table.tuples.get(name);
    if (!items) continue;
    const contents = f.containers.at(f.p.site(site.activation, site.op));
    for (const [index, item] of items.entries()) {
      if (item !== null) solver.add(f.containers.slot(contents, `i${index}`), f.p.libraryInstance(item));
    }
    return solver.add(
      site.result,
      values.of(VALUE.container, f.p.site(site.activation, site.op), CONTAINER.tuple),
    );
  }
  const known =
    receiver === undefined ? functionResult(f, dotted, site) : methodResult(f, dotted, receiver, site);
  if (known) return;
  if (isClassName(f, dotted) && !isTooLong(f, dotted)) solver.add(site.result, f.p.libraryInstance(dotted));
}

const BUILTIN_CLASSES = new Set(
  'bool bytearray bytes complex dict float frozenset int list memoryview object range set slice str tuple type'
    .split(' ')
    .map((name) => `builtins.${name}`),
);
