import { type FileFacts, GUARD, type Guard, type GuardId, OP } from '../../facts/ir.ts';

const known = new WeakMap<FileFacts, ReadonlySet<string>>();

const key = ({ parent, condition }: Guard, when: boolean): string => `${parent} ${condition} ${when}`;

/** Whether a guard is what is left where the other branch of its test raises: `if mode not in MODES: raise`. */
export function isCheck(facts: FileFacts, id: GuardId): boolean {
  let checks = known.get(facts);
  if (!checks) {
    checks = checksOf(facts);
    known.set(facts, checks);
  }
  const guard = facts.guards[id]!;
  return checks.has(key(guard, guard.when));
}

function checksOf(facts: FileFacts): ReadonlySet<string> {
  const found = new Set<string>();
  for (let op = 0; op < facts.kind.length; op++) {
    const guard = facts.kind[op] === OP.Raise ? facts.guards[facts.guard[op]!]! : undefined;
    if (guard?.kind === GUARD.test) found.add(key(guard, !guard.when));
  }
  return found;
}
