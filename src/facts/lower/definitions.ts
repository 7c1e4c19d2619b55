import * as K from '../../parse/kind-numbers.ts';
import {
  classShape,
  type DecoratorShape,
  decoratedShape,
  functionShape,
  lambdaShape,
  type NodeId,
  type ParameterShape,
  statementsOf,
  typeParameterNames,
} from '../../parse/nodes.ts';
import {
  ARGUMENT,
  CALL_FLAGS,
  type ClassIndex,
  type FunctionFacts,
  type FunctionIndex,
  GUARD,
  NO_OP,
  OP,
  type OpId,
  PARAMETER,
  type ParameterFacts,
} from '../ir.ts';
import type { Scope } from '../scopes.ts';
import { lowerArguments } from './calls.ts';
import type { Lowering } from './lowering.ts';
import { FlowState } from './state.ts';

const PARAMETER_KINDS = {
  'positional-only': PARAMETER.positionalOnly,
  normal: PARAMETER.normal,
  star: PARAMETER.star,
  'keyword-only': PARAMETER.keywordOnly,
  'double-star': PARAMETER.doubleStar,
} as const;

/** `def`, `class`, or either with decorators: binds the name to what the decorators give. */
export function lowerDefinition(l: Lowering, node: NodeId): void {
  const decorated = l.table.is(node, K.DecoratedStatement) ? decoratedShape(l.table, node) : undefined;
  const definition = decorated ? decorated.definition : node;
  const decorators = (decorated?.decorators ?? []).map((shape) => ({ shape, op: lowerDecorator(l, shape) }));
  if (definition < 0) return;
  const isClass = l.table.is(definition, K.ClassDefinition);
  const name = l.table.child(definition, K.VariableName);
  let value = isClass ? lowerClass(l, definition) : lowerFunction(l, definition);
  for (const { shape, op } of decorators.reverse()) {
    const list = l.writer.list([ARGUMENT.positional, -1, value]);
    const from = l.table.from[shape.node]! + 1;
    l.known.releaseShared();
    value = l.emitAt(OP.Call, from, l.table.to[shape.node]!, op, list, CALL_FLAGS.decorator);
  }
  if (name >= 0) l.write(name, value);
}

function lowerDecorator(l: Lowering, shape: DecoratorShape): OpId {
  if (shape.expression !== undefined) return l.expression(shape.expression);
  const [first, ...rest] = shape.path ?? [];
  if (first === undefined) return l.emit(OP.Unknown, shape.node);
  let value = l.read(first);
  let last = first;
  for (const part of rest) {
    value = l.emitAt(OP.Attribute, l.table.from[first]!, l.table.to[part]!, value, l.name(part));
    l.writer.pointAt(value, l.table.from[part]!, l.table.to[part]!);
    last = part;
  }
  if (shape.arguments < 0) return value;
  const list = l.writer.list(lowerArguments(l, shape.arguments));
  const op = l.emitAt(
    OP.Call,
    l.table.from[first]!,
    l.table.to[shape.arguments]!,
    value,
    list,
    CALL_FLAGS.none,
  );
  l.writer.pointAt(op, l.table.from[last]!, l.table.to[last]!);
  return op;
}

function underGuard<T>(l: Lowering, kind: (typeof GUARD)['annotation' | 'typeParameters'], work: () => T): T {
  const outer = l.guard;
  l.guard = l.writer.newGuard(outer, kind, NO_OP, true);
  const result = work();
  l.guard = outer;
  return result;
}

/** An annotation: a value for types, run at definition time only where the version does so (PEP 649, PEP 563). */
export function lowerAnnotation(l: Lowering, node: NodeId): OpId {
  return node < 0 ? NO_OP : underGuard(l, GUARD.annotation, () => l.expression(node));
}

/** Enters the scope of `[T, *Ts, **P]`, where there is one; gives the scope to go back to. */
function enterTypeParameters(l: Lowering, definition: NodeId, list: NodeId): Scope {
  const outer = l.scope;
  const scope = l.scopes.typeParameters.get(definition);
  if (!scope || list < 0) return outer;
  l.scope = scope;
  for (const name of typeParameterNames(l.table, list)) l.write(name, l.emit(OP.Unknown, name));
  return outer;
}

function qualified(l: Lowering, name: string): string {
  const owner =
    l.classIndex >= 0 ? l.classes[l.classIndex]!.qualifiedName : l.functions[l.function]!.qualifiedName;
  return owner ? `${owner}.${name}` : name;
}

function lowerFunction(l: Lowering, node: NodeId): OpId {
  const shape = functionShape(l.table, node);
  const outer = enterTypeParameters(l, node, shape.typeParameters);
  const defaults = shape.parameters.map((p) => (p.default < 0 ? NO_OP : l.expression(p.default)));
  const annotations = shape.parameters.map((p) => lowerAnnotation(l, p.annotation));
  const returns = lowerAnnotation(l, shape.returns);
  const name = shape.name >= 0 ? l.spelled(l.identifier(shape.name)) : '';
  const facts: FunctionFacts = {
    name,
    qualifiedName: qualified(l, name),
    kind: 'function',
    async: shape.async,
    generator: false,
    parent: l.function,
    guard: l.guard,
    owner: l.classIndex,
    parameters: [],
    returns,
    start: 0,
    end: 0,
    at: l.table.span(shape.name >= 0 ? shape.name : node),
  };
  const closure = newFunction(l, facts, node, shape.parameters, defaults, annotations, () => {
    for (const statement of statementsOf(l.table, shape.body)) l.statement(statement);
  });
  l.scope = outer;
  return closure;
}

export function lowerLambda(l: Lowering, node: NodeId): OpId {
  const shape = lambdaShape(l.table, node);
  const defaults = shape.parameters.map((p) => (p.default < 0 ? NO_OP : l.expression(p.default)));
  let scope = l.scope;
  while (scope.kind === 'comprehension' && scope.parent) scope = scope.parent;
  const count = (l.lambdas.get(scope) ?? 0) + 1;
  l.lambdas.set(scope, count);
  const name = `<lambda${count}>`;
  const facts: FunctionFacts = {
    name,
    qualifiedName: qualified(l, name),
    kind: 'lambda',
    async: false,
    generator: false,
    parent: l.function,
    guard: l.guard,
    owner: l.classIndex,
    parameters: [],
    returns: NO_OP,
    start: 0,
    end: 0,
    at: { from: l.table.from[node]!, to: l.table.from[node]! + 'lambda'.length },
  };
  return newFunction(l, facts, node, shape.parameters, defaults, [], () => {
    l.emit(OP.Return, shape.body >= 0 ? shape.body : node, l.expression(shape.body));
  });
}

/** Writes the closure op and queues the body, so that each function's ops lie in one stretch. */
function newFunction(
  l: Lowering,
  facts: FunctionFacts,
  node: NodeId,
  parameters: readonly ParameterShape[],
  defaults: readonly OpId[],
  annotations: readonly OpId[],
  body: () => void,
): OpId {
  const index = l.functions.length as FunctionIndex;
  l.functions.push(facts);
  const given = defaults.flatMap((op, parameter) => (op < 0 ? [] : [parameter, op]));
  l.captures.closureMade();
  const closure = l.emitAt(OP.Closure, facts.at.from, facts.at.to, index, l.writer.list(given));
  l.functionOfNode.set(node, index);
  const scope = l.scopes.byNode.get(node);
  facts.generator = scope?.yields ?? false;
  l.pending.push(() => {
    enterFunction(l, index, scope ?? l.scopes.module);
    facts.start = l.writer.count;
    facts.parameters = parameters.map((parameter, position): ParameterFacts => {
      const op = l.emit(OP.Parameter, parameter.node, position);
      l.write(parameter.node, op);
      const annotation = annotations[position] ?? NO_OP;
      const value = defaults[position] ?? NO_OP;
      const name = l.spelled(l.identifier(parameter.node));
      return { name, kind: PARAMETER_KINDS[parameter.kind], op, annotation, default: value };
    });
    body();
    l.captures.release();
    facts.end = l.writer.count;
  });
  return closure;
}

function enterFunction(l: Lowering, index: FunctionIndex, scope: Scope): void {
  l.known.leave();
  l.function = index;
  l.scope = scope;
  l.classIndex = -1 as ClassIndex;
  l.state = new FlowState();
  l.guard = l.functions[index]!.guard;
  l.loops = [];
  l.records = [];
  l.captures.enter(scope);
}

/** A class statement: the class first, its body inline, then an attribute for each name the body leaves bound. */
function lowerClass(l: Lowering, node: NodeId): OpId {
  const shape = classShape(l.table, node);
  const outerScope = enterTypeParameters(l, node, shape.typeParameters);
  const bases: number[] = [];
  const keywords: number[] = [];
  const given = lowerArguments(l, shape.arguments);
  for (let at = 0; at < given.length; at += 3) {
    if (given[at] === ARGUMENT.keyword) keywords.push(given[at + 1]!, given[at + 2]!);
    else if (given[at] === ARGUMENT.positional) bases.push(given[at + 2]!);
  }
  const name = shape.name >= 0 ? l.spelled(l.identifier(shape.name)) : '';
  const index = l.classes.length as ClassIndex;
  const at = l.table.span(shape.name >= 0 ? shape.name : node);
  const op = l.emitAt(OP.Class, at.from, at.to, index, l.writer.list(bases), l.writer.list(keywords));
  l.classes.push({
    name,
    qualifiedName: qualified(l, name),
    op,
    function: l.function,
    owner: l.classIndex,
    at,
  });
  const outerClass = l.classIndex;
  const scope = l.scopes.byNode.get(node);
  if (scope) l.scope = scope;
  l.classIndex = index;
  for (const statement of statementsOf(l.table, shape.body)) l.statement(statement);
  for (const [attribute, variable] of scope?.variables ?? []) {
    if (variable.scope !== scope) continue;
    const version = l.state.get(variable.id);
    if (version === undefined || version === NO_OP) continue;
    l.emitAt(OP.ClassAttribute, at.from, at.to, op, l.nameOf(attribute), version);
  }
  l.classIndex = outerClass;
  l.scope = outerScope;
  return op;
}
