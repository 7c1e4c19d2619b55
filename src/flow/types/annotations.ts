import { type FunctionFacts, NO_OP, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import { libraryObject } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import { isClassName } from '../library/library.ts';
import { loadGlobal } from '../modules/imports.ts';
import type { Activation } from '../solve/activations.ts';
import { FALLBACK, NO_ARGUMENTS } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { indexedReceiver, indexedResult } from './indexed.ts';
import { classNamed, FORMS } from './typing-names.ts';

/**
 * What a function's annotations declare, as values of last resort: a parameter that nobody passes a value to, and a
 * result of which nothing is known, hold instances of the classes named. Where real values arrive they are not used,
 * which errs toward missing what callers out of sight may pass.
 */
export function declareFunction(f: Flow, activation: Activation, facts: FunctionFacts): void {
  if (activation.around < 0) return;
  const around = f.p.activations.all[activation.around]!;
  for (const { annotation, op } of facts.parameters) {
    if (annotation === NO_OP) continue;
    const node = f.p.node(activation, op);
    f.p.whenEmpty(node, FALLBACK.parameter, () => declare(f, around, annotation, node));
  }
  if (f.summarises) indexedReceiver(f, activation, facts);
  const { returns } = facts;
  if (returns === NO_OP) {
    if (f.summarises) indexedResult(f, activation, facts);
    return;
  }
  if (!facts.generator) {
    const { returned } = activation;
    const receiver = facts.owner < 0 ? undefined : facts.parameters[0];
    f.p.whenEmpty(returned, FALLBACK.result, () => {
      if (receiver && namesSelf(f, around, returns)) {
        instancesOf(f, f.p.node(activation, receiver.op), returned);
      } else declare(f, around, returns, returned);
    });
    return;
  }
  const { yielded } = activation;
  f.p.whenEmpty(yielded, FALLBACK.result, () => {
    const site = { activation, op: facts.start as OpId, arguments: NO_ARGUMENTS, result: yielded };
    f.p.parts.iterate(f.p, declared(f, around, returns), site);
  });
}

/** Whether an annotation is `Self` (PEP 673), as it stands or in quotes. */
export function namesSelf(f: Flow, around: Activation, annotation: OpId): boolean {
  const { facts } = around.file;
  const isText = facts.kind[annotation] === OP.Const;
  const value = isText ? facts.constants[facts.a[annotation]!] : undefined;
  if (isText && value?.kind !== 'str') return false;
  const [, head = '', rest = ''] =
    /^(\w+)(\.Self)?$/.exec(value?.kind === 'str' ? value.value.trim() : '') ?? [];
  if (isText && head === '') return false;
  const node = isText ? globalNode(f, around, head) : f.p.node(around, annotation);
  return f.p.solver
    .at(node)
    .some(
      (token) => f.p.values.kind(token) === VALUE.library && SELF.has(f.p.text(f.p.values.x(token)) + rest),
    );
}

const SELF: ReadonlySet<string> = new Set(['typing.Self', 'typing_extensions.Self']);

/** `Self` of a method is what it is called on; of a class method, an instance of the class. */
function instancesOf(f: Flow, receiver: Node, to: Node): void {
  const { values, solver } = f.p;
  solver.on(receiver, (token) => {
    if (values.kind(token) === VALUE.class) solver.add(to, values.of(VALUE.instance, token));
    else if (values.kind(token) === VALUE.instance) solver.add(to, token);
  });
}

/** Puts instances of what an annotation names into a node. */
export function declare(f: Flow, around: Activation, annotation: OpId, to: Node): void {
  const { facts } = around.file;
  const { solver } = f.p;
  switch (facts.kind[annotation]) {
    case OP.Item:
      return declareGeneric(f, around, annotation, to);
    case OP.Binary:
      declare(f, around, facts.a[annotation] as OpId, to);
      return declare(f, around, facts.b[annotation] as OpId, to);
    case OP.Const: {
      const value = facts.constants[facts.a[annotation]!]!;
      if (value.kind === 'str') declareText(f, around, value.value, to);
      return;
    }
    case OP.Container:
      return;
    default:
      return solver.on(named(f, around, annotation), (token) => addInstance(f, token, [], to));
  }
}

/** A node with instances of what an annotation names. */
function declared(f: Flow, around: Activation, annotation: OpId): Node {
  const { facts } = around.file;
  const isConstant = facts.kind[annotation] === OP.Const;
  if (isConstant && facts.constants[facts.a[annotation]!]!.kind === 'ellipsis') return f.types.nothing;
  const node = f.p.solver.nodes(1);
  declare(f, around, annotation, node);
  return node;
}

/** The node of a name in an annotation; one that is bound further down counts as well (PEP 563, PEP 649). */
function named(f: Flow, around: Activation, op: OpId): Node {
  const { facts } = around.file;
  const own = f.p.node(around, op);
  const isUnbound = facts.kind[op] === OP.LoadBuiltin || facts.kind[op] === OP.LoadName;
  if (!isUnbound || f.p.solver.at(own).length > 0) return own;
  return globalNode(f, around, facts.names[facts.a[op]!]!);
}

function globalNode(f: Flow, around: Activation, name: string): Node {
  const module = f.p.moduleOf(around.file.id);
  const variable = around.file.facts.globals.get(name);
  if (variable !== undefined) return f.p.activations.variable(module, variable);
  const node = f.p.solver.nodes(1);
  loadGlobal(f, module, f.p.name(name), node);
  return node;
}

function declareGeneric(f: Flow, around: Activation, item: OpId, to: Node): void {
  const { facts } = around.file;
  const key = facts.b[item] as OpId;
  const args =
    facts.kind[key] === OP.Container ? ([...listOf(facts, facts.b[key]!)] as OpId[]) : ([key] as const);
  const given = args.filter((arg) => arg >= 0);
  const head = facts.a[item] as OpId;
  f.p.solver.on(named(f, around, head), (token) =>
    subscripted(
      f,
      token,
      given.map((arg) => () => declared(f, around, arg)),
      (position) => {
        const arg = given[position];
        return arg === undefined ? f.types.nothing : named(f, around, arg);
      },
      to,
    ),
  );
}

/** `Optional[X]`, `type[X]`, `list[X]`, `C[X]`: what the head means for what stands in brackets. */
function subscripted(
  f: Flow,
  head: Token,
  args: readonly (() => Node)[],
  classAt: (position: number) => Node,
  to: Node,
): void {
  const { values, solver } = f.p;
  if (values.kind(head) !== VALUE.library) return addInstance(f, head, [], to);
  const dotted = f.p.text(values.x(head));
  switch (FORMS.get(dotted)) {
    case 'each':
      for (const arg of args) solver.flow(arg(), to);
      return;
    case 'first':
      if (args[0]) solver.flow(args[0](), to);
      return;
    case 'class':
      return solver.flow(classAt(0), to);
    case 'nothing':
      return;
    default:
      return addInstance(
        f,
        head,
        args.map((arg) => arg()),
        to,
      );
  }
}

/** Derived classes of an annotated one that count beside it; of more, none does. */
const MOST_SUBCLASSES = 16;

/** What is declared as a class may be of a class derived from it (PEP 484). Errs toward missing those of large families. */
function withSubclasses(f: Flow, type: Token): readonly Token[] {
  const family = new Set([f.classes.of(type)]);
  for (const record of family) {
    for (const derived of record.subclasses) family.add(derived);
    if (family.size > MOST_SUBCLASSES) return [type];
  }
  return [...family].map(({ token }) => token);
}

/** An instance of a class that an annotation names. */
function addInstance(f: Flow, type: Token, args: readonly Node[], to: Node): void {
  const { values, solver } = f.p;
  if (values.kind(type) === VALUE.class) {
    for (const one of withSubclasses(f, type)) solver.add(to, values.of(VALUE.instance, one));
    return;
  }
  if (values.kind(type) === VALUE.libraryInstance) return addBound(f, type, to);
  if (values.kind(type) !== VALUE.library) return;
  const dotted = f.p.text(values.x(type));
  const name = classNamed(dotted);
  if (name === undefined) return;
  const object = libraryObject(name);
  if (object?.kind === 'class') {
    // `tuple[X, ...]` has one argument here: nothing is known of an ellipsis
    const fixed =
      object.class.name === 'builtins.tuple' && args.length > 0 && !args.includes(f.types.nothing);
    if (fixed) return solver.add(to, f.types.tupleOf(args));
    const known = object.class.parameters.length === args.length || object.class.name === 'builtins.tuple';
    solver.add(to, f.types.instance(name, known ? args : []));
  } else if (!object && isClassName(f, name)) solver.add(to, f.p.libraryInstance(name));
}

/**
 * A `TypeVar` stands for its bound or its constraints (PEP 484): the model of `TypeVar` keeps them as a type argument.
 * Bounds in quotes say nothing, which errs toward missing them.
 */
function addBound(f: Flow, variable: Token, to: Node): void {
  const { values, solver } = f.p;
  const name = f.p.text(values.x(variable));
  const [bounds] = name.endsWith('.TypeVar') ? f.types.argumentsOf(variable) : [];
  if (bounds === undefined) return;
  solver.on(bounds, (token) => {
    if (values.kind(token) !== VALUE.libraryInstance) addInstance(f, token, [], to);
  });
}

/** An annotation in quotes: names, dots, brackets and bars; anything else says nothing. */
function declareText(f: Flow, around: Activation, text: string, to: Node): void {
  for (const part of splitType(text, '|')) {
    const open = part.indexOf('[');
    const name = (open < 0 ? part : part.slice(0, open)).trim();
    if (!/^[\w.]+$/.test(name) || name === 'None') continue;
    const args = open < 0 ? [] : splitType(part.slice(open + 1, part.lastIndexOf(']')), ',');
    f.p.solver.on(dottedNode(f, around, name), (token) =>
      subscripted(
        f,
        token,
        args.map((arg) => () => {
          if (arg === '...') return f.types.nothing;
          const node = f.p.solver.nodes(1);
          declareText(f, around, arg, node);
          return node;
        }),
        (position) => dottedNode(f, around, args[position]?.trim() ?? ''),
        to,
      ),
    );
  }
}

function dottedNode(f: Flow, around: Activation, dotted: string): Node {
  const [first = '', ...rest] = dotted.split('.');
  let node = globalNode(f, around, first);
  for (const name of rest) {
    const inner = f.p.solver.nodes(1);
    f.p.solver.on(node, (token) => {
      const { value } = f.p.attribute(token, f.p.name(name), around.file.id);
      f.p.solver.flow(value, inner);
    });
    node = inner;
  }
  return node;
}

function splitType(text: string, mark: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const unit of text) {
    if (unit === '[') depth++;
    else if (unit === ']') depth--;
    if (unit === mark && depth === 0) parts.push('');
    else parts[parts.length - 1] += unit;
  }
  return parts.map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'));
}
