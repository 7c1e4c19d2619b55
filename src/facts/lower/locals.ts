import type { Identifier } from '../identifiers.ts';
import { NO_OP, OP, type OpId } from '../ir.ts';
import { lookUp } from '../scopes.ts';
import type { Lowering } from './lowering.ts';

/**
 * `locals()['name']` in a function: what the name holds there (library/functions). NO_OP: it is something else, or
 * the name is none of the function's own.
 */
export function readLocal(l: Lowering, object: OpId, key: OpId): OpId {
  const { writer } = l;
  if (writer.kind[object] !== OP.Call || l.scope.kind !== 'function') return NO_OP;
  const callee = writer.a[object]!;
  if (writer.kind[callee] !== OP.LoadName || writer.listAt(writer.b[object]!).length > 0) return NO_OP;
  const called = writer.names[writer.a[callee]!];
  const name = called === 'locals' || called === 'vars' ? l.constantText(key) : undefined;
  if (name === undefined) return NO_OP;
  const identifier = l.scopes.identifiers.spelled.indexOf(name) as Identifier;
  const variable = identifier < 0 ? undefined : lookUp(l.scope, identifier);
  if (!variable || !l.flowSensitive(variable)) return NO_OP;
  return l.known.release(l.state.get(variable.id) ?? NO_OP);
}
