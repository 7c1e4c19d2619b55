import { type FileFacts, GUARD, type GuardId, OP, type OpId } from '../../facts/ir.ts';
import { EITHER, NEVER, not, type Truth } from './target-tests.ts';

/** Whether an op is None as it is written. */
export const isNone = (facts: FileFacts, op: OpId): boolean =>
  op >= 0 && facts.kind[op] === OP.Const && facts.constants[facts.a[op]!]!.kind === 'none';

/** Whether a guard is `__name__ == '__main__'`. */
export function isMainTest(facts: FileFacts, id: GuardId): boolean {
  const guard = facts.guards[id]!;
  if (guard.kind !== GUARD.test || !guard.when) return false;
  const op = guard.condition;
  if (facts.kind[op] !== OP.Compare || facts.names[facts.c[op]!] !== '==') return false;
  const sides = [facts.a[op]!, facts.b[op]!];
  const isName = (side: number) =>
    facts.kind[side] === OP.LoadName && facts.names[facts.a[side]!] === '__name__';
  const isText = (side: number) => {
    const value = facts.kind[side] === OP.Const ? facts.constants[facts.a[side]!] : undefined;
    return value?.kind === 'str' && value.value === '__main__';
  };
  return sides.some(isName) && sides.some(isText);
}

/**
 * `if False:`, `while 1:`. Only a constant written in the test itself: a name that is bound to one (`DEBUG = False`)
 * may be bound to another from outside.
 */
export function literalTest(facts: FileFacts, op: OpId): Truth {
  const isTested = facts.kind[op + 1] === OP.Test && facts.from[op + 1] === facts.from[op];
  const value = facts.constants[facts.a[op]!]!;
  if (!isTested || (value.kind !== 'bool' && value.kind !== 'int')) return EITHER;
  return value.value ? not(NEVER) : NEVER;
}
