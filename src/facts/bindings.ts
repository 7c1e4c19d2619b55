import * as K from '../parse/kind-numbers.ts';
import {
  assignShape,
  classShape,
  comprehension,
  forShape,
  functionShape,
  importShape,
  isComprehension,
  type ListShape,
  lambdaShape,
  listShape,
  type NodeId,
  namedShape,
  operandsOf,
  type ParameterShape,
  type SyntaxTable,
  tryShape,
  typeAliasShape,
  typeParameterNames,
  updateShape,
  withShape,
} from '../parse/nodes.ts';
import type { Identifier, TextPool } from './identifiers.ts';
import { newScopeTable, type Scope, type ScopeTable, type ScopeTree } from './scopes.ts';

/** Finds every scope of a module and which names each binds (language reference 4.2.1). */
export function scopesOf(table: SyntaxTable, pool: TextPool): ScopeTable {
  return newScopeTable(table, pool, (t, tree) => new BindingWalk(t, tree).run());
}

/** One pass over the nodes in order; open scopes lie on a stack until their text ends. */
class BindingWalk {
  private readonly open: Scope[] = [];
  private readonly ends: number[] = [];
  private readonly table: SyntaxTable;
  private readonly tree: ScopeTree;

  constructor(table: SyntaxTable, tree: ScopeTree) {
    this.table = table;
    this.tree = tree;
  }

  run(): void {
    const { open, ends } = this;
    const { kind, from: starts } = this.table;
    this.push(this.tree.module, Number.MAX_SAFE_INTEGER);
    for (let index = 1; index < kind.length; index++) {
      if (VISITED[kind[index]!] === 0) continue;
      const from = starts[index]!;
      while (ends[ends.length - 1]! <= from) {
        ends.pop();
        open.pop();
      }
      this.visit(index as NodeId, open[open.length - 1]!);
    }
  }

  private push(scope: Scope, end: number): void {
    this.open.push(scope);
    this.ends.push(end);
  }

  private identifier(node: NodeId): Identifier {
    return this.tree.identifiers.at(this.table.from[node]!, this.table.to[node]!);
  }

  private visit(node: NodeId, scope: Scope): void {
    const { table } = this;
    switch (table.kind[node]) {
      case K.VariableName:
        scope.uses.push(this.identifier(node));
        return;
      case K.FunctionDefinition:
        return this.functionDefinition(node, scope);
      case K.LambdaExpression:
        return this.parameters(this.enter('lambda', scope, node), lambdaShape(table, node).parameters);
      case K.ClassDefinition:
        return this.classDefinition(node, scope);
      case K.TypeDefinition: {
        const shape = typeAliasShape(table, node);
        this.bindNode(scope, shape.name);
        this.typeParameters(scope, shape.typeParameters, node);
        return;
      }
      case K.ArgList:
      case K.ArrayComprehensionExpression:
      case K.SetComprehensionExpression:
      case K.DictionaryComprehensionExpression:
      case K.ComprehensionExpression:
        return this.comprehension(node, scope);
      case K.YieldExpression:
      case K.YieldStatement:
        scope.activation.yields = true;
        return;
      case K.NamedExpression:
        return this.bindNode(withoutComprehensions(scope), namedShape(table, node).target);
      default:
        return this.statement(node, scope);
    }
  }

  private statement(node: NodeId, scope: Scope): void {
    const { table } = this;
    switch (table.kind[node]) {
      case K.AssignStatement:
        for (const target of assignShape(table, node).targets) this.bindTargets(scope, target);
        return;
      case K.UpdateStatement:
        return this.bindNode(scope, updateShape(table, node).target);
      case K.ForStatement:
        return this.bindTargets(scope, forShape(table, node).target);
      case K.WithStatement:
        for (const item of withShape(table, node).items) this.bindNode(scope, item.target);
        return;
      case K.TryStatement:
        for (const handler of tryShape(table, node).handlers) this.bindNode(scope, handler.name);
        return;
      case K.DeleteStatement:
        return this.bindTargets(scope, operandsOf(table, node));
      case K.ImportStatement:
        return this.imports(node, scope);
      case K.ScopeStatement:
        return this.declaration(node, scope);
      case K.CapturePattern:
        return this.capture(node, scope);
      case K.AsPattern: {
        const names = table.children(node).filter((child) => table.is(child, K.VariableName));
        const last = names[names.length - 1];
        if (last !== undefined) this.bindNode(scope, last);
        return;
      }
      default:
    }
  }

  private enter(kind: Scope['kind'], parent: Scope, node: NodeId): Scope {
    const scope = this.tree.add(kind, parent, node);
    this.push(scope, this.table.to[node]!);
    return scope;
  }

  private functionDefinition(node: NodeId, scope: Scope): void {
    const shape = functionShape(this.table, node);
    this.bindNode(scope, shape.name);
    const outer = this.typeParameters(scope, shape.typeParameters, node);
    this.parameters(this.enter('function', outer, node), shape.parameters);
  }

  private classDefinition(node: NodeId, scope: Scope): void {
    const shape = classShape(this.table, node);
    this.bindNode(scope, shape.name);
    this.enter('class', this.typeParameters(scope, shape.typeParameters, node), node);
  }

  private typeParameters(scope: Scope, list: NodeId, node: NodeId): Scope {
    if (list < 0) return scope;
    const inner = this.tree.add('type-parameters', scope, node);
    this.push(inner, this.table.to[node]!);
    for (const name of typeParameterNames(this.table, list)) this.bindNode(inner, name);
    return inner;
  }

  private parameters(scope: Scope, parameters: readonly ParameterShape[]): void {
    for (const { node } of parameters) scope.bind(this.identifier(node), this.table.from[node]!);
  }

  private comprehension(node: NodeId, scope: Scope): void {
    if (!isComprehension(this.table, node)) return;
    const inner = this.enter('comprehension', scope, node);
    for (const clause of comprehension(this.table, node).clauses) {
      if (clause.kind === 'for') this.bindTargets(inner, clause.target);
    }
  }

  private imports(node: NodeId, scope: Scope): void {
    for (const { bound, from } of importShape(this.table, node).names)
      scope.bind(this.identifier(bound), from);
  }

  private declaration(node: NodeId, scope: Scope): void {
    const global = this.table.child(node, K.kwGlobal) >= 0;
    const names = (global ? scope.globals : scope.nonlocals) ?? new Set<Identifier>();
    if (global) scope.globals = names;
    else scope.nonlocals = names;
    for (const item of operandsOf(this.table, node).items) names.add(this.identifier(item.node));
  }

  private capture(node: NodeId, scope: Scope): void {
    const name = this.table.child(node, K.VariableName);
    if (name >= 0 && this.table.slice(name) !== '_') this.bindNode(scope, name);
  }

  private bindTargets(scope: Scope, targets: ListShape): void {
    for (const { node } of targets.items) this.bindNode(scope, node);
  }

  /** Binds a name, or the names within a bracketed target; attributes and subscripts bind none. */
  private bindNode(scope: Scope, node: NodeId): void {
    if (node < 0) return;
    if (this.table.kind[node] === K.VariableName) {
      scope.bind(this.identifier(node), this.table.from[node]!);
      return;
    }
    const pending = [node];
    for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
      const kind = this.table.kind[target]!;
      if (kind === K.VariableName) scope.bind(this.identifier(target), this.table.from[target]!);
      else if (
        kind === K.TupleExpression ||
        kind === K.ArrayExpression ||
        kind === K.ParenthesizedExpression
      ) {
        const inner = listShape(this.table, this.table.children(target)).items;
        for (let index = inner.length - 1; index >= 0; index--) pending.push(inner[index]!.node);
      }
    }
  }
}

/** Kinds of nodes that bind or use a name, or open a scope. */
const VISITED = new Uint8Array(256);
for (const kind of [
  K.VariableName,
  K.FunctionDefinition,
  K.LambdaExpression,
  K.ClassDefinition,
  K.TypeDefinition,
  K.ArgList,
  K.ArrayComprehensionExpression,
  K.SetComprehensionExpression,
  K.DictionaryComprehensionExpression,
  K.ComprehensionExpression,
  K.NamedExpression,
  K.YieldExpression,
  K.YieldStatement,
  K.AssignStatement,
  K.UpdateStatement,
  K.ForStatement,
  K.WithStatement,
  K.TryStatement,
  K.DeleteStatement,
  K.ImportStatement,
  K.ScopeStatement,
  K.CapturePattern,
  K.AsPattern,
]) {
  VISITED[kind] = 1;
}

function withoutComprehensions(scope: Scope): Scope {
  let at = scope;
  while (at.kind === 'comprehension' && at.parent) at = at.parent;
  return at;
}
