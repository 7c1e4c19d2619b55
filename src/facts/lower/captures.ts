import type { NodeId } from '../../parse/nodes.ts';
import { NO_OP, OP, type OpId, type OpKind } from '../ir.ts';
import type { Scope, Variable } from '../scopes.ts';
import type { FlowState } from './state.ts';

/** Ops that run no code but their own: between two of them no other function can read a variable. */
const QUIET: ReadonlySet<OpKind> = new Set([
  OP.Const,
  OP.Parameter,
  OP.LoadVariable,
  OP.StoreVariable,
  OP.LoadName,
  OP.LoadBuiltin,
  OP.Closure,
  OP.ClassAttribute,
  OP.Container,
  OP.Return,
  OP.Join,
  OP.Slice,
  OP.Unknown,
  OP.Field,
]);

/** Where lowering stands: what following captured variables needs to know of it. */
interface Place {
  readonly scopes: { readonly variables: readonly Variable[] };
  readonly state: FlowState;
  emit(kind: OpKind, node: NodeId, a?: number, b?: number): OpId;
}

/**
 * Which versions of a function's variables its closures can see: those in force when a closure is made, and later
 * ones that are in force when anything else runs. A version replaced before that is seen by nobody.
 */
export class Captures {
  private readonly l: Place;
  private readonly byActivation = new Map<Scope, Variable[]>();
  private captured: readonly Variable[] = [];
  private exists = false;
  /** Versions not yet stored. */
  private readonly held = new Map<Variable, { readonly value: OpId; readonly node: NodeId }>();
  private readonly stored = new Map<Variable, OpId>();
  /** What this function wrote last to a variable that others write too, while nothing else has run. */
  private readonly recent = new Map<Variable, OpId>();

  constructor(l: Place) {
    this.l = l;
    for (const variable of l.scopes.variables) {
      const { kind, activation } = variable.scope;
      if (!variable.captured || variable.writtenOutside || kind === 'module' || kind === 'class') continue;
      const list = this.byActivation.get(activation);
      if (list) list.push(variable);
      else this.byActivation.set(activation, [variable]);
    }
  }

  /** Starts a function. */
  enter(scope: Scope): void {
    this.captured = this.byActivation.get(scope.activation) ?? [];
    this.exists = false;
    this.held.clear();
    this.stored.clear();
    this.recent.clear();
  }

  write(variable: Variable, value: OpId, node: NodeId): void {
    if (this.exists) this.held.set(variable, { value, node });
  }

  wroteShared(variable: Variable, value: OpId): void {
    this.recent.set(variable, value);
  }

  /** The version that a read of a shared variable is sure to see. */
  latest(variable: Variable): OpId | undefined {
    return this.recent.get(variable);
  }

  /** A closure, or a loop that may have made one in an earlier round. */
  closureMade(): void {
    this.exists = true;
    for (const variable of this.captured) {
      const version = this.l.state.get(variable.id);
      if (version === undefined || version === NO_OP || this.stored.get(variable) === version) continue;
      if (!this.held.has(variable)) this.held.set(variable, { value: version, node: variable.scope.node });
    }
  }

  /** An op is about to be written. */
  before(kind: OpKind): void {
    if (this.held.size + this.recent.size > 0 && !QUIET.has(kind)) this.release();
  }

  /** Anything may run from here: control divides or meets, or the function ends. */
  release(): void {
    this.recent.clear();
    if (this.held.size === 0) return;
    const versions = [...this.held];
    this.held.clear();
    for (const [variable, { value, node }] of versions) {
      this.stored.set(variable, value);
      this.l.emit(OP.StoreVariable, node, variable.id, value);
    }
  }
}
