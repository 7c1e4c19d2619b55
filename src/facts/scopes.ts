import type { NodeId, SyntaxTable } from '../parse/nodes.ts';
import type { ScopeId, VariableId } from './ir.ts';

export type ScopeKind = 'module' | 'function' | 'lambda' | 'class' | 'comprehension' | 'type-parameters';

export interface Scope {
  readonly id: ScopeId;
  readonly kind: ScopeKind;
  readonly parent: Scope | undefined;
  /** The definition, or for a comprehension its bracketed node. */
  readonly node: NodeId;
  /** The module, function or lambda scope whose activation holds this scope's names. */
  readonly activation: Scope;
  /** Names bound here, in order of first binding. */
  readonly bound: Set<string>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  readonly used: Set<string>;
  /** Where names are bound, in order of offset; lets a loop know what its body rebinds. */
  readonly bindings: { readonly offset: number; readonly name: string }[];
  readonly variables: Map<string, Variable>;
}

export interface Variable {
  readonly id: VariableId;
  readonly name: string;
  readonly scope: Scope;
  /** Read by a function other than the one that holds it. */
  captured: boolean;
  /** Written by another function (`global`, `nonlocal`): flow order within its own says nothing. */
  writtenOutside: boolean;
}

export interface ScopeTable {
  readonly module: Scope;
  /** Scope of each definition, lambda, comprehension and type parameter list by its node. */
  readonly byNode: ReadonlyMap<number, Scope>;
  readonly typeParameters: ReadonlyMap<number, Scope>;
  readonly variables: readonly Variable[];
}

/** Adds scopes while the tree is walked, then resolves names; see `bindings.ts` for the walk. */
export class ScopeTree implements ScopeTable {
  readonly byNode = new Map<number, Scope>();
  readonly typeParameters = new Map<number, Scope>();
  readonly variables: Variable[] = [];
  readonly all: Scope[] = [];
  readonly module: Scope;

  constructor() {
    this.module = this.add('module', undefined, 0 as NodeId);
  }

  add(kind: ScopeKind, parent: Scope | undefined, node: NodeId): Scope {
    const own = kind === 'module' || kind === 'function' || kind === 'lambda';
    const scope: Scope = {
      id: this.all.length as ScopeId,
      kind,
      parent,
      node,
      get activation() {
        return own || !parent ? scope : parent.activation;
      },
      bound: new Set(),
      globals: new Set(),
      nonlocals: new Set(),
      used: new Set(),
      bindings: [],
      variables: new Map(),
    };
    this.all.push(scope);
    if (kind === 'type-parameters') this.typeParameters.set(node, scope);
    else this.byNode.set(node, scope);
    return scope;
  }

  /** Makes the variables, once all scopes are known. */
  resolve(): void {
    for (const scope of this.all) {
      scope.bindings.sort((left, right) => left.offset - right.offset);
      for (const name of scope.bound) {
        if (!scope.globals.has(name) && !scope.nonlocals.has(name)) this.variable(scope, name);
      }
    }
    for (const scope of this.all) {
      for (const name of scope.globals) {
        if (scope === this.module || !scope.bound.has(name)) continue;
        const variable = this.variable(this.module, name);
        scope.variables.set(name, variable);
        if (scope.activation !== this.module) variable.writtenOutside = true;
      }
      for (const name of scope.nonlocals) {
        const variable = scope.parent && lookUp(scope.parent, name);
        if (!variable || variable.scope.kind === 'module') continue;
        scope.variables.set(name, variable);
        if (scope.bound.has(name)) variable.writtenOutside = true;
      }
    }
    for (const scope of this.all) {
      for (const name of scope.used) {
        const variable = scope.globals.has(name) ? this.module.variables.get(name) : lookUp(scope, name);
        if (variable && variable.scope.activation !== scope.activation) variable.captured = true;
      }
    }
  }

  private variable(scope: Scope, name: string): Variable {
    let variable = scope.variables.get(name);
    if (!variable) {
      variable = {
        id: this.variables.length as VariableId,
        name,
        scope,
        captured: false,
        writtenOutside: false,
      };
      this.variables.push(variable);
      scope.variables.set(name, variable);
    }
    return variable;
  }
}

/**
 * The variable a name means in a scope (language reference 4.2.2): class scopes are seen only from their own body.
 * `undefined`: not bound in this file.
 */
export function lookUp(scope: Scope, name: string): Variable | undefined {
  if (scope.globals.has(name)) return moduleOf(scope).variables.get(name);
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    if (at !== scope && at.kind === 'class' && !seesClass(scope, at)) continue;
    const variable = at.variables.get(name);
    if (variable) return variable;
  }
  return undefined;
}

/**
 * A comprehension or type parameter list directly in a class body is taken to see the class's names. Python lets
 * only its first iterable do so: this errs toward a name that would be global.
 */
function seesClass(scope: Scope, target: Scope): boolean {
  for (let at: Scope | undefined = scope; at && at !== target; at = at.parent) {
    if (at.kind !== 'comprehension' && at.kind !== 'type-parameters') return false;
  }
  return true;
}

function moduleOf(scope: Scope): Scope {
  let at = scope;
  while (at.parent) at = at.parent;
  return at;
}

/** Names that `scope`'s activation rebinds between two offsets, and comprehension names within. */
export function reboundIn(scope: Scope, from: number, to: number): Set<Variable> {
  const found = new Set<Variable>();
  const { bindings } = scope;
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bindings[middle]!.offset < from) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < bindings.length && bindings[index]!.offset < to; index++) {
    const variable = lookUp(scope, bindings[index]!.name);
    if (variable) found.add(variable);
  }
  return found;
}

export function newScopeTable(
  table: SyntaxTable,
  walk: (table: SyntaxTable, tree: ScopeTree) => void,
): ScopeTable {
  const tree = new ScopeTree();
  walk(table, tree);
  tree.resolve();
  return tree;
}
