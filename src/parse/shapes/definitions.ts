import * as K from '../kind-numbers.ts';
import { NO_NODE, type NodeId, type SyntaxTable } from '../syntax-table.ts';

export interface ParameterShape {
  readonly kind: 'positional-only' | 'normal' | 'star' | 'keyword-only' | 'double-star';
  readonly node: NodeId;
  readonly annotation: NodeId;
  readonly default: NodeId;
}

/** Parameters of a ParamList (function or lambda). A lone `*` is no parameter. */
export function parametersOf(table: SyntaxTable, list: NodeId): readonly ParameterShape[] {
  const found: ParameterShape[] = [];
  let kind: ParameterShape['kind'] = 'normal';
  let after: 'normal' | 'keyword-only' = 'normal';
  let name: NodeId = NO_NODE;
  let annotation: NodeId = NO_NODE;
  let value: NodeId = NO_NODE;
  let assigned = false;
  const flush = () => {
    if (name >= 0) {
      found.push({ kind, node: name, annotation, default: value });
    }
    if (kind === 'star') after = 'keyword-only';
    kind = after;
    name = annotation = value = NO_NODE;
    assigned = false;
  };
  const positionalOnly = () => {
    for (let index = 0; index < found.length; index++) {
      if (found[index]!.kind === 'normal') found[index] = { ...found[index]!, kind: 'positional-only' };
    }
  };
  let end = list >= 0 ? table.from[list]! : 0;
  for (
    let child = list >= 0 ? table.firstChild(list) : NO_NODE;
    child >= 0;
    child = table.nextSibling(child)
  ) {
    const type = table.kind[child]!;
    if (name < 0 && table.from[child]! > end && hasSlash(table.text, end, table.from[child]!))
      positionalOnly();
    end = table.to[child]!;
    if (type === K.comma) flush();
    else if (type === K.star) kind = 'star';
    else if (type === K.doubleStar) kind = 'double-star';
    else if (type === K.ArithOp) positionalOnly();
    else if (type === K.TypeDef) annotation = typeOf(table, child);
    else if (type === K.AssignOp) assigned = true;
    else if (type === K.parenOpen || type === K.parenClose || type === K.Broken) continue;
    else if (assigned) value = child;
    else name = child;
  }
  flush();
  return found;
}

/** @lezer/python gives the `/` of a parameter list no node. */
function hasSlash(text: string, from: number, to: number): boolean {
  return to > from && /^\s*\/\s*$/.test(text.slice(from, to));
}

/** The expression of `: T` or `-> T`. */
function typeOf(table: SyntaxTable, node: NodeId): NodeId {
  const parts = table.children(node).filter((child) => table.kind[child] !== K.colon);
  return parts[parts.length - 1] ?? NO_NODE;
}

export interface FunctionShape {
  readonly async: boolean;
  readonly name: NodeId;
  readonly typeParameters: NodeId;
  readonly parameters: readonly ParameterShape[];
  readonly returns: NodeId;
  readonly body: NodeId;
}

export function functionShape(table: SyntaxTable, node: NodeId): FunctionShape {
  const returns = table.child(node, K.TypeDef);
  return {
    async: table.child(node, K.kwAsync) >= 0,
    name: table.child(node, K.VariableName),
    typeParameters: table.child(node, K.TypeParamList),
    parameters: parametersOf(table, table.child(node, K.ParamList)),
    returns: returns >= 0 ? typeOf(table, returns) : NO_NODE,
    body: table.child(node, K.Body),
  };
}

export interface LambdaShape {
  readonly parameters: readonly ParameterShape[];
  readonly body: NodeId;
}

export function lambdaShape(table: SyntaxTable, node: NodeId): LambdaShape {
  const children = table.children(node);
  return {
    parameters: parametersOf(table, table.child(node, K.ParamList)),
    body: children.length > 2 ? children[children.length - 1]! : NO_NODE,
  };
}

export interface ClassShape {
  readonly name: NodeId;
  readonly typeParameters: NodeId;
  readonly arguments: NodeId;
  readonly body: NodeId;
}

export function classShape(table: SyntaxTable, node: NodeId): ClassShape {
  return {
    name: table.child(node, K.VariableName),
    typeParameters: table.child(node, K.TypeParamList),
    arguments: table.child(node, K.ArgList),
    body: table.child(node, K.Body),
  };
}

/**
 * A decorator: either one expression, or (as @lezer/python has it) a dotted name with an optional argument list,
 * flat in the node.
 */
export interface DecoratorShape {
  readonly node: NodeId;
  readonly expression?: NodeId;
  readonly path?: readonly NodeId[];
  readonly arguments: NodeId;
}

export function decoratorShape(table: SyntaxTable, node: NodeId): DecoratorShape {
  const parts = table.children(node).filter((child) => table.kind[child] !== K.At);
  const first = parts[0];
  const flat = parts.length > 1 || (first !== undefined && table.kind[first] === K.VariableName);
  if (!flat) return { node, arguments: NO_NODE, ...(first === undefined ? {} : { expression: first }) };
  const path = parts.filter(
    (child) => table.kind[child] === K.VariableName || table.kind[child] === K.PropertyName,
  );
  return { node, path, arguments: table.child(node, K.ArgList) };
}

export interface DecoratedShape {
  readonly decorators: readonly DecoratorShape[];
  readonly definition: NodeId;
}

export function decoratedShape(table: SyntaxTable, node: NodeId): DecoratedShape {
  const children = table.children(node);
  const definition = children.find(
    (child) => table.kind[child] === K.FunctionDefinition || table.kind[child] === K.ClassDefinition,
  );
  return {
    decorators: children
      .filter((child) => table.kind[child] === K.Decorator)
      .map((child) => decoratorShape(table, child)),
    definition: definition ?? NO_NODE,
  };
}

/** `T: bound = default` of a type parameter list. */
export function typeParameterNames(table: SyntaxTable, list: NodeId): readonly NodeId[] {
  if (list < 0) return [];
  return table
    .children(list)
    .filter((child) => table.kind[child] === K.TypeParam)
    .map((child) => table.child(child, K.VariableName))
    .filter((name) => name >= 0);
}
