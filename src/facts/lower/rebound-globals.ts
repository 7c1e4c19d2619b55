import type { NodeId } from '../../parse/nodes.ts';
import { OP, type OpId, type OpKind } from '../ir.ts';
import type { Variable } from '../scopes.ts';

interface Place {
  readonly function: number;
  readonly writer: { readonly kind: ArrayLike<number>; readonly a: ArrayLike<number> };
  emit(kind: OpKind, node: NodeId, a?: number, b?: number): OpId;
}

/**
 * Names of a module that functions read and the module's body binds again: a version that was in force while the
 * body called something of its own is seen by those functions too. A call that gives the new version does not count
 * (`f = decorate(f)`), nor calls of names that are not bound in the file: those are builtins.
 */
export class ReboundGlobals {
  private calls = 0;
  private readonly bound = new Map<Variable, { readonly value: OpId; readonly calls: number }>();

  /** A call is about to be written. */
  called(l: Place, callee: number): void {
    if (l.function === 0 && isOwn(l, callee)) this.calls++;
  }

  /** The body binds a name. */
  write(l: Place, variable: Variable, value: OpId, node: NodeId): void {
    const before = this.bound.get(variable);
    const isCounted = l.writer.kind[value] === OP.Call && isOwn(l, l.writer.a[value]!);
    if (before && before.calls < this.calls - (isCounted ? 1 : 0)) {
      l.emit(OP.StoreVariable, node, variable.id, before.value);
    }
    this.bound.set(variable, { value, calls: this.calls });
  }
}

function isOwn({ writer }: Place, callee: number): boolean {
  const kind = writer.kind[callee];
  return kind === OP.Closure || kind === OP.LoadVariable || kind === OP.Class;
}
