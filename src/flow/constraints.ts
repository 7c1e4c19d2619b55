import { CONTAINER, NO_OP, OP, type OpId, type OpKind } from '../facts/ir.ts';
import { unreachable } from '../model/brand.ts';
import type { Activation } from './activations.ts';
import { setAttribute } from './attributes.ts';
import {
  constrainCall,
  constrainClass,
  constrainClosure,
  constrainDefaults,
} from './constrain-definitions.ts';
import type { Flow } from './flow.ts';
import { builtinOrStar, importFrom, importModule } from './imports.ts';
import { listOf, siteAt } from './ops.ts';
import { awaitValue, delegate, enterContext, exitContext, getItem, iterate, setItem } from './protocols.ts';
import type { Node } from './solver.ts';
import { VALUE } from './values.ts';

/** Adds what each op of an activation means for values. */
export function constrain(f: Flow, activation: Activation): void {
  const facts = activation.file.facts.functions[activation.index]!;
  constrainDefaults(f, activation);
  for (let op = facts.start; op < facts.end; op++) constrainOp(f, activation, op as OpId);
}

function constrainOp(f: Flow, activation: Activation, op: OpId): void {
  const { facts, names } = activation.file;
  const kind = facts.kind[op] as OpKind;
  const a = facts.a[op]!;
  const b = facts.b[op]!;
  const c = facts.c[op]!;
  const { solver } = f.p;
  const at = (value: number): Node => f.p.node(activation, value as OpId);
  const result = at(op);
  switch (kind) {
    case OP.Const:
      return constant(f, activation, op);
    case OP.LoadVariable:
      return solver.flow(f.p.activations.variable(activation, a as never), result);
    case OP.StoreVariable:
      return solver.flow(at(b), f.p.activations.variable(activation, a as never));
    case OP.LoadName:
      return builtinOrStar(f, activation, names[a]!, result);
    case OP.LoadBuiltin:
      return builtinOrStar(f, activation, names[a]!, result);
    case OP.Import:
      return importModule(f, activation, op);
    case OP.ImportFrom:
      return importFrom(f, activation, op);
    case OP.Attribute:
      return solver.on(at(a), (token) =>
        f.p.parts.getAttribute(f.p, token, names[b]!, siteAt(f, activation, op)),
      );
    case OP.SetAttribute:
      return solver.on(at(a), (token) => setAttribute(f, token, names[b]!, at(c), siteAt(f, activation, op)));
    case OP.Item:
    case OP.SetItem:
    case OP.DeleteItem:
      return item(f, activation, op);
    case OP.Call:
      return constrainCall(f, activation, op);
    case OP.Closure:
      return constrainClosure(f, activation, op);
    case OP.Class:
      return constrainClass(f, activation, op);
    case OP.ClassAttribute:
      return solver.on(at(a), (token) => {
        if (f.p.values.kind(token) === VALUE.class) solver.flow(at(c), f.p.field(token, names[b]!));
      });
    case OP.Container:
    case OP.Comprehension:
      return container(f, activation, op);
    case OP.Unpack:
      return unpack(f, activation, op);
    case OP.Iterate:
      return iterate(f, at(a), siteAt(f, activation, op));
    case OP.Await:
      return solver.on(at(a), (token) => awaitValue(f, token, siteAt(f, activation, op)));
    case OP.Yield:
      if (a >= 0) solver.flow(at(a), activation.yielded);
      return solver.flow(activation.sent, result);
    case OP.YieldFrom:
      return solver.on(at(a), (token) => delegate(f, token, activation.yielded, siteAt(f, activation, op)));
    case OP.Enter:
      return solver.on(at(a), (token) => enterContext(f, token, b === 1, siteAt(f, activation, op)));
    case OP.Exit:
      return solver.on(at(a), (token) => exitContext(f, token, b === 1, siteAt(f, activation, op)));
    case OP.Return:
      if (a >= 0) solver.flow(at(a), activation.returned);
      return;
    case OP.Catch:
      return caught(f, activation, op);
    case OP.Binary:
    case OP.InPlace:
      return operator(f, activation, op);
    case OP.Boolean:
      solver.flow(at(a), result);
      return solver.flow(at(b), result);
    case OP.Join:
      for (const input of listOf(facts, b)) solver.flow(at(input), result);
      return;
    case OP.Format:
      solver.add(result, f.p.libraryInstance('builtins.str'));
      return;
    case OP.Parameter:
    case OP.ImportStar:
    case OP.DeleteAttribute:
    case OP.Raise:
    case OP.Compare:
    case OP.Unary:
    case OP.FormatField:
    case OP.Slice:
    case OP.Test:
    case OP.Unknown:
      return;
    default:
      unreachable(kind);
  }
}

/** Texts are values of their own, since they name attributes and keys; other constants are known by class. */
function constant(f: Flow, activation: Activation, op: OpId): void {
  const value = activation.file.facts.constants[activation.file.facts.a[op]!]!;
  const result = f.p.node(activation, op);
  switch (value.kind) {
    case 'str':
      return f.p.solver.add(result, f.p.values.of(VALUE.text, f.p.name(value.value)));
    case 'bytes':
    case 'int':
    case 'float':
    case 'complex':
    case 'bool':
      return f.p.solver.add(result, f.p.libraryInstance(`builtins.${value.kind}`));
    case 'none':
    case 'ellipsis':
    case 'tuple':
  }
}

/** The key of a subscript, if it is a constant: `i0`, `sname`. */
function keyOf(activation: Activation, op: number): string | undefined {
  const { facts } = activation.file;
  if (facts.kind[op] !== OP.Const) return undefined;
  const value = facts.constants[facts.a[op]!]!;
  if (value.kind === 'str') return `s${value.value}`;
  return value.kind === 'int' ? `i${value.value}` : undefined;
}

function item(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const at = (value: number) => f.p.node(activation, value as OpId);
  const b = facts.b[op]!;
  const key = keyOf(activation, b);
  const site = siteAt(f, activation, op);
  f.p.solver.on(at(facts.a[op]!), (token) => {
    if (facts.kind[op] === OP.SetItem) {
      return setItem(f, token, key, { key: at(b), value: at(facts.c[op]!) }, site);
    }
    if (facts.kind[op] === OP.Item) return getItem(f, token, key, at(b), site);
    const kind = f.p.values.kind(token);
    if (kind !== VALUE.instance && kind !== VALUE.libraryInstance) return;
    f.p.callMethod(token, '__delitem__', { ...site, arguments: { ...site.arguments, positional: [at(b)] } });
  });
}

function container(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const kind = facts.a[op]!;
  const id = f.p.site(activation, op);
  const contents = f.containers.at(id);
  const at = (value: number) => f.p.node(activation, value as OpId);
  f.p.solver.add(f.p.node(activation, op), f.containers.make(id, kind));
  const items = listOf(facts, facts.b[op]!);
  const comprehension = facts.kind[op] === OP.Comprehension;
  if (kind === CONTAINER.dict) {
    for (let index = 0; index + 1 < items.length; index += 2) {
      const keyOp = items[index]!;
      const value = items[index + 1]!;
      if (keyOp === NO_OP) {
        mergeDict(f, at(value), id);
        continue;
      }
      const key = comprehension ? undefined : keyOf(activation, keyOp);
      f.p.solver.flow(at(keyOp), contents.keys);
      f.p.solver.flow(at(value), key === undefined ? contents.wild : f.containers.slot(contents, key));
    }
    return;
  }
  let exact = !comprehension && kind !== CONTAINER.set;
  items.forEach((value, index) => {
    if (value < 0) {
      exact = false;
      iterate(f, at(-2 - value), { ...siteAt(f, activation, op), result: contents.wild });
    } else f.p.solver.flow(at(value), exact ? f.containers.slot(contents, `i${index}`) : contents.wild);
  });
}

function mergeDict(f: Flow, source: Node, id: ReturnType<Flow['p']['site']>): void {
  const contents = f.containers.at(id);
  f.p.solver.on(source, (token) => {
    if (f.p.values.kind(token) !== VALUE.container) return;
    const other = f.containers.of(token);
    for (const [key, value] of other.byKey) f.p.solver.flow(value, f.containers.slot(contents, key));
    f.p.solver.flow(other.wild, contents.wild);
    f.p.solver.flow(other.keys, contents.keys);
  });
}

function unpack(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const position = facts.b[op]!;
  const starred = facts.c[op] === 1;
  const result = f.p.node(activation, op);
  const site = siteAt(f, activation, op);
  const id = f.p.site(activation, op);
  if (starred) f.p.solver.add(result, f.containers.make(id, CONTAINER.list));
  const target = starred ? f.containers.at(id).wild : result;
  f.p.solver.on(f.p.node(activation, facts.a[op] as OpId), (token) => {
    const isSequence = f.p.values.kind(token) === VALUE.container && f.p.values.y(token) !== CONTAINER.dict;
    if (isSequence && !starred && position >= 0) {
      return f.p.solver.flow(f.containers.slot(f.containers.of(token), `i${position}`), target);
    }
    const single = f.p.solver.nodes(1);
    f.p.solver.add(single, token);
    iterate(f, single, { ...site, result: target });
  });
}

/** `except E as e`: an instance of E, or of each class in a tuple. */
function caught(f: Flow, activation: Activation, op: OpId): void {
  const type = activation.file.facts.a[op]!;
  if (type < 0) return;
  const { solver, values } = f.p;
  const result = f.p.node(activation, op);
  const one = (token: Parameters<Parameters<typeof solver.on>[1]>[0]) => {
    const kind = values.kind(token);
    if (kind === VALUE.class) solver.add(result, values.of(VALUE.instance, token));
    else if (kind === VALUE.library) solver.add(result, values.of(VALUE.libraryInstance, values.x(token)));
    else if (kind === VALUE.container) solver.on(f.containers.elements(token), one);
  };
  solver.on(f.p.node(activation, type as OpId), one);
}

const METHODS: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '@': 'matmul',
  '**': 'pow',
  '<<': 'lshift',
  '>>': 'rshift',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
};

/** Operators of instances call their methods; `+` of containers keeps the elements. */
function operator(f: Flow, activation: Activation, op: OpId): void {
  const { facts } = activation.file;
  const left = f.p.node(activation, facts.a[op] as OpId);
  const right = f.p.node(activation, facts.b[op] as OpId);
  const method = METHODS[facts.names[facts.c[op]!]!];
  if (method === undefined) return;
  const site = siteAt(f, activation, op);
  const { values, solver } = f.p;
  const react = (own: Node, other: Node, name: string) =>
    solver.on(own, (token) => {
      const kind = values.kind(token);
      if (kind === VALUE.container) return solver.add(site.result, token);
      if (kind !== VALUE.instance && kind !== VALUE.libraryInstance) return;
      f.p.callMethod(token, name, { ...site, arguments: { ...site.arguments, positional: [other] } });
    });
  if (facts.kind[op] === OP.InPlace) react(left, right, `__i${method}__`);
  react(left, right, `__${method}__`);
  react(right, left, `__r${method}__`);
}
