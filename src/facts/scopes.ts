import type { NodeId, SyntaxTable } from '../parse/nodes.ts';
import { type Identifier, Identifiers, type TextPool } from './identifiers.ts';
import type { ScopeId, VariableId } from './ir.ts';

export type ScopeKind = 'module' | 'function' | 'lambda' | 'class' | 'comprehension' | 'type-parameters';

/** A region of text with names of its own. */
export class Scope {
  readonly id: ScopeId;
  readonly kind: ScopeKind;
  readonly parent: Scope | undefined;
  /** The definition, or for a comprehension its bracketed node. */
  readonly node: NodeId;
  /** The module, function or lambda scope whose activation holds this scope's names. */
  readonly activation: Scope;
  /** Where names are bound: pairs of offset and identifier; lets a loop know what its body rebinds. */
  bindings: number[] = [];
  /** Identifiers that stand here, as often as they do. */
  readonly uses: number[] = [];
  globals: Set<Identifier> | undefined;
  nonlocals: Set<Identifier> | undefined;
  /** Own names first, in order of first binding; then those declared `global` and `nonlocal`. */
  readonly variables = new Map<Identifier, Variable>();
  /** What `lookUp` found. */
  readonly found = new Map<Identifier, Variable | undefined>();
  /** Holds a `yield`, live or dead: the function is a generator (language reference 6.2.9). */
  yields = false;
  private inOrder = true;

  constructor(id: ScopeId, kind: ScopeKind, parent: Scope | undefined, node: NodeId) {
    this.id = id;
    this.kind = kind;
    this.parent = parent;
    this.node = node;
    const own = kind === 'module' || kind === 'function' || kind === 'lambda';
    this.activation = own || !parent ? this : parent.activation;
  }

  bind(name: Identifier, offset: number): void {
    const { bindings } = this;
    if (bindings.length > 0 && bindings[bindings.length - 2]! > offset) this.inOrder = false;
    bindings.push(offset, name);
  }

  binds(name: Identifier): boolean {
    const { bindings } = this;
    for (let index = 1; index < bindings.length; index += 2) if (bindings[index] === name) return true;
    return false;
  }

  /** `bindings` in order of offset. */
  orderedBindings(): readonly number[] {
    if (this.inOrder) return this.bindings;
    const { bindings } = this;
    const places = Array.from({ length: bindings.length / 2 }, (_, index) => 2 * index);
    places.sort((left, right) => bindings[left]! - bindings[right]!);
    this.bindings = places.flatMap((at) => [bindings[at]!, bindings[at + 1]!]);
    this.inOrder = true;
    return this.bindings;
  }
}

export interface Variable {
  readonly id: VariableId;
  readonly name: Identifier;
  readonly scope: Scope;
  /** Read by a function other than the one that holds it. */
  captured: boolean;
  /** Written by another function (`global`, `nonlocal`): flow order within its own says nothing. */
  writtenOutside: boolean;
}

export interface ScopeTable {
  readonly identifiers: Identifiers;
  readonly module: Scope;
  /** Scope of each definition, lambda, comprehension and type parameter list by its node. */
  readonly byNode: ReadonlyMap<number, Scope>;
  readonly typeParameters: ReadonlyMap<number, Scope>;
  readonly variables: readonly Variable[];
}

/** Adds scopes while the tree is walked, then resolves names; see `bindings.ts` for the walk. */
export class ScopeTree implements ScopeTable {
  readonly identifiers: Identifiers;
  readonly byNode = new Map<number, Scope>();
  readonly typeParameters = new Map<number, Scope>();
  readonly variables: Variable[] = [];
  readonly all: Scope[] = [];
  readonly module: Scope;

  constructor(text: string, pool: TextPool) {
    this.identifiers = new Identifiers(text, pool);
    this.module = this.add('module', undefined, 0 as NodeId);
  }

  add(kind: ScopeKind, parent: Scope | undefined, node: NodeId): Scope {
    const scope = new Scope(this.all.length as ScopeId, kind, parent, node);
    this.all.push(scope);
    if (kind === 'type-parameters') this.typeParameters.set(node, scope);
    else this.byNode.set(node, scope);
    return scope;
  }

  /** Makes the variables, once all scopes are known. */
  resolve(): void {
    for (const scope of this.all) this.ownVariables(scope);
    for (const scope of this.all) {
      if (scope.globals || scope.nonlocals) this.declared(scope);
    }
    for (const scope of this.all) {
      for (const use of scope.uses) {
        const name = use as Identifier;
        if (scope.found.has(name)) continue;
        const variable = lookUp(scope, name);
        if (variable && variable.scope.activation !== scope.activation) variable.captured = true;
      }
    }
  }

  private ownVariables(scope: Scope): void {
    const { bindings, globals, nonlocals } = scope;
    for (let index = 1; index < bindings.length; index += 2) {
      const name = bindings[index] as Identifier;
      if (!globals?.has(name) && !nonlocals?.has(name)) this.variable(scope, name);
    }
  }

  private declared(scope: Scope): void {
    for (const name of scope.globals ?? []) {
      if (scope === this.module || !scope.binds(name)) continue;
      const variable = this.variable(this.module, name);
      scope.variables.set(name, variable);
      if (scope.activation !== this.module) variable.writtenOutside = true;
    }
    for (const name of scope.nonlocals ?? []) {
      const variable = scope.parent && search(scope.parent, name);
      if (!variable || variable.scope.kind === 'module') continue;
      scope.variables.set(name, variable);
      if (scope.binds(name)) variable.writtenOutside = true;
    }
  }

  private variable(scope: Scope, name: Identifier): Variable {
    let variable = scope.variables.get(name);
    if (!variable) {
      const id = this.variables.length as VariableId;
      variable = { id, name, scope, captured: false, writtenOutside: false };
      this.variables.push(variable);
      scope.variables.set(name, variable);
    }
    return variable;
  }
}

/**
 * The variable a name means in a scope (language reference 4.2.2): class scopes are seen only from their own body.
 * `undefined`: not bound in this file. Only for a table whose names are resolved.
 */
export function lookUp(scope: Scope, name: Identifier): Variable | undefined {
  const known = scope.found.get(name);
  if (known || scope.found.has(name)) return known;
  const variable = search(scope, name);
  scope.found.set(name, variable);
  return variable;
}

function search(scope: Scope, name: Identifier): Variable | undefined {
  if (scope.globals?.has(name)) return moduleOf(scope).variables.get(name);
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
  const bindings = scope.orderedBindings();
  let low = 0;
  let high = bindings.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bindings[2 * middle]! < from) low = middle + 1;
    else high = middle;
  }
  for (let index = 2 * low; index < bindings.length && bindings[index]! < to; index += 2) {
    const variable = lookUp(scope, bindings[index + 1] as Identifier);
    if (variable) found.add(variable);
  }
  return found;
}

export function newScopeTable(
  table: SyntaxTable,
  pool: TextPool,
  walk: (table: SyntaxTable, tree: ScopeTree) => void,
): ScopeTable {
  const tree = new ScopeTree(table.text, pool);
  walk(table, tree);
  tree.resolve();
  return tree;
}
