import type { NodeId, SyntaxTable } from '../../parse/nodes.ts';
import type { Identifier } from '../identifiers.ts';
import {
  type ClassFacts,
  type ClassIndex,
  type FactLimit,
  type FunctionFacts,
  type FunctionIndex,
  GUARD,
  type GuardId,
  type NameId,
  NO_OP,
  OP,
  type OpId,
  type OpKind,
} from '../ir.ts';
import { OpWriter } from '../op-writer.ts';
import { lookUp, type Scope, type ScopeTable, type Variable } from '../scopes.ts';
import { Captures } from './captures.ts';
import { KnownContents } from './known-contents.ts';
import { ReboundGlobals } from './rebound-globals.ts';
import { changed, FlowState, frozen, versionOf } from './state.ts';

/** A loop being lowered: where `break` and `continue` take their versions. */
export interface LoopFrame {
  readonly variables: readonly Variable[];
  readonly continues: (OpId | undefined)[][];
  readonly breaks: (OpId | undefined)[][];
}

/**
 * Collects every version written while a `try` body is lowered, and the one before: any of them may reach a handler
 * or `finally`.
 */
export type WriteRecord = Map<Variable, Set<OpId>>;

/** Lowers one kind of node; wired in `lower.ts`, so that the parts need not import each other. */
export interface Parts {
  expression(lowering: Lowering, node: NodeId): OpId;
  statement(lowering: Lowering, node: NodeId): void;
}

/** Expressions nested deeper than this are given up (limit `too-deep`); long operator chains do not nest. */
export const DEEPEST = 700;

/** The work of lowering one file: what has been written, and where in the program we stand. */
export class Lowering {
  table: SyntaxTable;
  readonly scopes: ScopeTable;
  readonly parts: Parts;
  readonly writer: OpWriter;
  readonly functions: FunctionFacts[] = [];
  readonly classes: ClassFacts[] = [];
  readonly limits: FactLimit[] = [];
  readonly known = new KnownContents(this);
  /** Bodies still to be lowered, first in first out. */
  readonly pending: (() => void)[] = [];
  /** Lambdas seen per scope, for their names. */
  readonly lambdas = new Map<Scope, number>();
  /** Function of each definition node, for the variables' owners. */
  readonly functionOfNode = new Map<NodeId, FunctionIndex>();
  /** Last version written of each module-level variable, for those that `del` takes away. */
  private readonly last = new Map<Variable, OpId>();
  /** Name of each identifier, once it has one. */
  private readonly nameIds: NameId[] = [];
  /** While a text within the file is lowered: the names it is given, if those are all, and those it binds. */
  foreign: { readonly names: Map<string, OpId> | undefined; readonly locals: Map<string, OpId> } | undefined;
  exports: string[] | undefined;
  postponedAnnotations = false;

  scope: Scope;
  state = new FlowState();
  guard = 0 as GuardId;
  function = 0 as FunctionIndex;
  /** The class whose body is being lowered; -1 outside. */
  classIndex = -1 as ClassIndex;
  loops: LoopFrame[] = [];
  records: WriteRecord[] = [];
  depth = 0;
  readonly captures: Captures;
  readonly rebound = new ReboundGlobals();

  constructor(table: SyntaxTable, scopes: ScopeTable, parts: Parts) {
    // an op takes about six nodes
    this.writer = new OpWriter(table.kind.length >> 2);
    this.table = table;
    this.scopes = scopes;
    this.parts = parts;
    this.scope = scopes.module;
    this.captures = new Captures(this);
  }

  /** An op at a node. */
  emit(kind: OpKind, node: NodeId, a = 0, b = 0, c = 0): OpId {
    this.captures.before(kind);
    if (kind === OP.Call) this.rebound.called(this, a);
    return this.writer.emit(kind, a, b, c, this.guard, this.table.from[node]!, this.table.to[node]!);
  }

  emitAt(kind: OpKind, from: number, to: number, a = 0, b = 0, c = 0): OpId {
    this.captures.before(kind);
    return this.writer.emit(kind, a, b, c, this.guard, from, to);
  }

  expression(node: NodeId): OpId {
    if (node < 0) return this.emitAt(OP.Unknown, 0, 0);
    if (this.depth >= DEEPEST) {
      this.limits.push({ kind: 'too-deep', at: this.table.span(node) });
      return this.emit(OP.Unknown, node);
    }
    this.depth++;
    const op = this.parts.expression(this, node);
    this.depth--;
    return op;
  }

  /** A statement; nothing where control cannot get to. */
  statement(node: NodeId): void {
    if (this.state.dead) return;
    if (this.depth >= DEEPEST) {
      this.limits.push({ kind: 'too-deep', at: this.table.span(node) });
      return;
    }
    this.depth++;
    this.parts.statement(this, node);
    this.depth--;
  }

  text(node: NodeId): string {
    return this.table.slice(node);
  }

  /** The text that an op is, if it is a constant one. */
  constantText(op: OpId): string | undefined {
    if (op < 0 || this.writer.kind[op] !== OP.Const) return undefined;
    const value = this.writer.constants[this.writer.a[op]!]!;
    return value.kind === 'str' ? value.value : undefined;
  }

  /** The integer that an op is, if it is a small constant one. */
  constantInteger(op: OpId): number | undefined {
    if (op < 0 || this.writer.kind[op] !== OP.Const) return undefined;
    const { kind, value } = this.writer.constants[this.writer.a[op]!]! as { kind: string; value?: unknown };
    return kind === 'int' && typeof value === 'number' ? value : undefined;
  }

  identifier(node: NodeId): Identifier {
    if (this.foreign) return this.scopes.identifiers.spelled.indexOf(this.text(node)) as Identifier;
    return this.scopes.identifiers.at(this.table.from[node]!, this.table.to[node]!);
  }

  /** The name that stands at a node, among the names of the facts. */
  name(node: NodeId): NameId {
    return this.foreign ? this.writer.name(this.text(node)) : this.nameOf(this.identifier(node));
  }

  nameOf(identifier: Identifier): NameId {
    const known = this.nameIds[identifier];
    if (known !== undefined) return known;
    const id = this.writer.name(this.spelled(identifier));
    this.nameIds[identifier] = id;
    return id;
  }

  spelled(identifier: Identifier): string {
    return this.scopes.identifiers.spelled[identifier]!;
  }

  /** Whether versions of a variable in the current activation tell what a read here sees. */
  flowSensitive(variable: Variable): boolean {
    return variable.scope.activation === this.scope.activation && !variable.writtenOutside;
  }

  /** The value of the name that stands at a node. */
  read(node: NodeId): OpId {
    if (this.foreign) return this.readForeign(node, this.foreign);
    return this.readName(this.identifier(node), node);
  }

  private readForeign(node: NodeId, { names, locals }: NonNullable<Lowering['foreign']>): OpId {
    const text = this.text(node);
    const given = locals.get(text) ?? names?.get(text);
    if (given !== undefined) return given;
    const name = this.identifier(node);
    if (names) return this.emit(OP.LoadBuiltin, node, this.writer.name(text));
    return name < 0 ? this.emit(OP.LoadName, node, this.writer.name(text)) : this.readName(name, node);
  }

  private readName(name: Identifier, node: NodeId): OpId {
    const variable = lookUp(this.scope, name);
    if (!variable) return this.emit(OP.LoadName, node, this.nameOf(name));
    if (this.flowSensitive(variable)) {
      const version = this.state.get(variable.id);
      if (version !== undefined && version !== NO_OP) return this.known.release(version);
      if (variable.scope.kind === 'class') return this.readAround(variable, name, node);
      if (variable.scope.kind === 'module') {
        return this.emit(OP.LoadBuiltin, node, this.nameOf(name));
      }
    }
    const latest = this.captures.latest(variable);
    return latest ?? this.emit(OP.LoadVariable, node, variable.id);
  }

  /** The version of a name that flow order tells here; NO_OP if it does not. */
  versionHere(node: NodeId): OpId {
    const variable = lookUp(this.scope, this.identifier(node));
    return variable && this.flowSensitive(variable) ? (this.state.get(variable.id) ?? NO_OP) : NO_OP;
  }

  /** A class-level name before its first assignment is looked up around the class. */
  private readAround(variable: Variable, name: Identifier, node: NodeId): OpId {
    const scope = this.scope;
    this.scope = variable.scope.parent!;
    const op = this.readName(name, node);
    this.scope = scope;
    return op;
  }

  /** Binds the name that stands at `target`; the op, if it takes one, stands at `node`. */
  write(target: NodeId, value: OpId, node: NodeId = target): void {
    if (this.foreign) {
      this.foreign.locals.set(this.text(target), value);
      if (this.foreign.names || this.scope.kind !== 'module') return;
    }
    const variable = lookUp(this.scope, this.identifier(target));
    if (variable) this.writeVariable(variable, value, node);
  }

  writeVariable(variable: Variable, value: OpId, node: NodeId): void {
    if (this.flowSensitive(variable)) {
      const before = this.state.current(this.state.get(variable.id));
      this.state.set(variable.id, value);
      const inModule = variable.scope.kind === 'module';
      if (inModule || (!variable.captured && variable.scope.kind !== 'class')) {
        this.known.bind(value, variable.captured);
      }
      if (inModule) {
        if (variable.captured) this.rebound.write(this, variable, value, node);
        this.last.set(variable, value);
      }
      for (const record of this.records) {
        const versions = record.get(variable);
        if (versions) versions.add(value);
        else
          record.set(variable, new Set(before === undefined || before === NO_OP ? [value] : [before, value]));
      }
      const atExit = variable.scope.kind === 'module' || variable.scope.kind === 'class';
      if (!atExit && variable.captured) this.captures.write(variable, value, node);
      return;
    }
    this.emit(OP.StoreVariable, node, variable.id, value);
    this.captures.wroteShared(variable, value);
  }

  lastVersion(variable: Variable): OpId {
    return this.last.get(variable) ?? NO_OP;
  }

  /** `del name`. */
  remove(target: NodeId): void {
    const variable = lookUp(this.scope, this.identifier(target));
    if (variable && this.flowSensitive(variable)) this.state.delete(variable.id);
  }

  /**
   * One of several versions; a single op where they agree.
   *
   * @param condition chooses the first of two versions where it is true
   */
  joinVersions(
    variable: Variable | undefined,
    versions: readonly (OpId | undefined)[],
    condition: OpId = NO_OP,
  ): OpId {
    const distinct = new Set<OpId>();
    let unbound = false;
    for (const version of versions) {
      if (version === undefined || version === NO_OP) unbound = true;
      else distinct.add(version);
    }
    if (distinct.size === 0) return NO_OP;
    const inputs: number[] = [...distinct];
    if (unbound && variable?.scope.kind === 'module') {
      inputs.push(this.emitAt(OP.LoadBuiltin, 0, 0, this.nameOf(variable.name)));
    }
    if (inputs.length === 1) return inputs[0] as OpId;
    const chooses = inputs.length === 2 && versions.length === 2 && !unbound;
    return this.emitAt(OP.Join, 0, 0, chooses ? condition + 1 : 0, this.writer.list(inputs));
  }

  /**
   * Makes the current state what the given forks of it leave; the dead ones do not count.
   *
   * @param condition decides between two forks, for the first where it is true
   */
  merge(base: FlowState, forks: readonly FlowState[], condition: OpId = NO_OP): void {
    const alive = forks.filter((fork) => !fork.dead);
    this.state = base;
    if (alive.length === 0) {
      base.dead = true;
      for (const variable of changed(forks)) base.set(variable, forks[0]!.get(variable) ?? NO_OP);
      for (const { displays } of forks)
        for (const [container, at] of displays ?? []) base.setDisplay(container, at);
      return;
    }
    for (const variable of changed(alive)) {
      const versions = alive.map((fork) => fork.current(fork.get(variable)));
      const joined = this.joinVersions(this.scopes.variables[variable], versions, condition);
      base.set(variable, joined);
    }
    this.mergeDisplays(base, alive);
  }

  /** Containers of which the forks leave different versions may be any of them from here on. */
  private mergeDisplays(base: FlowState, alive: readonly FlowState[]): void {
    if (alive.every(({ displays }) => !displays)) return;
    const containers = new Set<OpId>();
    for (const { displays } of alive)
      for (const container of displays?.keys() ?? []) containers.add(container);
    for (const container of containers) {
      const versions = alive.map((fork) => fork.display(container));
      const [first] = versions;
      if (first !== undefined && versions.every((version) => version === first)) {
        base.setDisplay(container, first);
        continue;
      }
      const ops = versions.flatMap((version) => (version === undefined ? [] : [versionOf(version)]));
      base.setDisplay(container, frozen(this.joinVersions(undefined, ops)));
      this.known.release(container);
    }
  }

  /** Runs `work` on a fork of the current state and under a guard; gives the fork. */
  branch(guard: GuardId, work: () => void): FlowState {
    this.captures.release();
    const base = this.state;
    const outer = this.guard;
    this.state = base.fork();
    this.guard = guard;
    work();
    this.captures.release();
    const fork = this.state;
    this.state = base;
    this.guard = outer;
    return fork;
  }

  testGuard(condition: OpId, when: boolean): GuardId {
    return this.writer.newGuard(this.guard, GUARD.test, condition, when);
  }
}
