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
  type SyntaxTable,
  tryShape,
  typeAliasShape,
  typeParameterNames,
  updateShape,
  withShape,
} from '../parse/nodes.ts';
import { newScopeTable, type Scope, type ScopeTable, type ScopeTree } from './scopes.ts';

/** Finds every scope of a module and which names each binds (language reference 4.2.1). */
export function scopesOf(table: SyntaxTable): ScopeTable {
  return newScopeTable(table, (t, tree) => new BindingWalk(t, tree).run());
}

/** One pass over the nodes in order; open scopes lie on a stack until their text ends. */
class BindingWalk {
  private readonly open: { readonly scope: Scope; readonly end: number }[] = [];
  private readonly table: SyntaxTable;
  private readonly tree: ScopeTree;

  constructor(table: SyntaxTable, tree: ScopeTree) {
    this.table = table;
    this.tree = tree;
  }

  run(): void {
    const { table } = this;
    this.open.push({ scope: this.tree.module, end: Number.POSITIVE_INFINITY });
    for (let index = 1; index < table.kind.length; index++) {
      const from = table.from[index]!;
      while (this.open[this.open.length - 1]!.end <= from) this.open.pop();
      this.visit(index as NodeId, this.open[this.open.length - 1]!.scope);
    }
  }

  private visit(node: NodeId, scope: Scope): void {
    const { table } = this;
    switch (table.name(node)) {
      case 'VariableName':
        scope.used.add(table.slice(node));
        return;
      case 'FunctionDefinition':
        return this.functionDefinition(node, scope);
      case 'LambdaExpression':
        return this.parameters(this.enter('lambda', scope, node), lambdaShape(table, node).parameters);
      case 'ClassDefinition':
        return this.classDefinition(node, scope);
      case 'TypeDefinition': {
        const shape = typeAliasShape(table, node);
        this.bindNode(scope, shape.name);
        this.typeParameters(scope, shape.typeParameters, node);
        return;
      }
      case 'ArgList':
      case 'ArrayComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'DictionaryComprehensionExpression':
      case 'ComprehensionExpression':
        return this.comprehension(node, scope);
      case 'NamedExpression':
        return this.bindNode(withoutComprehensions(scope), namedShape(table, node).target);
      default:
        return this.statement(node, scope);
    }
  }

  private statement(node: NodeId, scope: Scope): void {
    const { table } = this;
    switch (table.name(node)) {
      case 'AssignStatement':
        for (const target of assignShape(table, node).targets) this.bindTargets(scope, target);
        return;
      case 'UpdateStatement':
        return this.bindNode(scope, updateShape(table, node).target);
      case 'ForStatement':
        return this.bindTargets(scope, forShape(table, node).target);
      case 'WithStatement':
        for (const item of withShape(table, node).items) this.bindNode(scope, item.target);
        return;
      case 'TryStatement':
        for (const handler of tryShape(table, node).handlers) this.bindNode(scope, handler.name);
        return;
      case 'DeleteStatement':
        return this.bindTargets(scope, operandsOf(table, node));
      case 'ImportStatement':
        return this.imports(node, scope);
      case 'ScopeStatement':
        return this.declaration(node, scope);
      case 'CapturePattern':
        return this.capture(node, scope);
      case 'AsPattern': {
        const names = table.children(node).filter((child) => table.is(child, 'VariableName'));
        const last = names[names.length - 1];
        if (last !== undefined) this.bindNode(scope, last);
        return;
      }
      default:
    }
  }

  private enter(kind: Scope['kind'], parent: Scope, node: NodeId): Scope {
    const scope = this.tree.add(kind, parent, node);
    this.open.push({ scope, end: this.table.to[node]! });
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
    this.open.push({ scope: inner, end: this.table.to[node]! });
    for (const name of typeParameterNames(this.table, list)) this.bindNode(inner, name);
    return inner;
  }

  private parameters(
    scope: Scope,
    parameters: readonly { readonly name: string; readonly node: NodeId }[],
  ): void {
    for (const { name, node } of parameters) this.bind(scope, name, this.table.from[node]!);
  }

  private comprehension(node: NodeId, scope: Scope): void {
    if (!isComprehension(this.table, node)) return;
    const inner = this.enter('comprehension', scope, node);
    for (const clause of comprehension(this.table, node).clauses) {
      if (clause.kind === 'for') this.bindTargets(inner, clause.target);
    }
  }

  private imports(node: NodeId, scope: Scope): void {
    for (const { bound, from } of importShape(this.table, node).names) this.bind(scope, bound, from);
  }

  private declaration(node: NodeId, scope: Scope): void {
    const global = this.table.child(node, 'global') >= 0;
    const names = global ? scope.globals : scope.nonlocals;
    for (const item of operandsOf(this.table, node).items) names.add(this.table.slice(item.node));
  }

  private capture(node: NodeId, scope: Scope): void {
    const name = this.table.child(node, 'VariableName');
    if (name >= 0 && this.table.slice(name) !== '_') this.bindNode(scope, name);
  }

  private bindTargets(scope: Scope, targets: ListShape): void {
    for (const { node } of targets.items) this.bindNode(scope, node);
  }

  /** Binds a name, or the names within a bracketed target; attributes and subscripts bind none. */
  private bindNode(scope: Scope, node: NodeId): void {
    if (node < 0) return;
    const pending = [node];
    for (let target = pending.pop(); target !== undefined; target = pending.pop()) {
      const kind = this.table.name(target);
      if (kind === 'VariableName') this.bind(scope, this.table.slice(target), this.table.from[target]!);
      else if (
        kind === 'TupleExpression' ||
        kind === 'ArrayExpression' ||
        kind === 'ParenthesizedExpression'
      ) {
        const inner = listShape(this.table, this.table.children(target)).items;
        for (let index = inner.length - 1; index >= 0; index--) pending.push(inner[index]!.node);
      }
    }
  }

  private bind(scope: Scope, name: string, offset: number): void {
    scope.bound.add(name);
    scope.bindings.push({ offset, name });
  }
}

function withoutComprehensions(scope: Scope): Scope {
  let at = scope;
  while (at.kind === 'comprehension' && at.parent) at = at.parent;
  return at;
}
