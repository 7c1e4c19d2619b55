import type { Flow } from '../flow.ts';
import { outsideReason } from '../limits.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { gradedCalls } from './call-statistics.ts';
import { calleeName } from './callee-names.ts';

/** A call expression of a file, with what it may call and why that is not all. Offsets are UTF-16. */
export interface CallInFile {
  readonly from: number;
  readonly to: number;
  /** Where the callee's last name begins. */
  readonly at: number;
  /** Names of its callees, of any confidence; in order of the names. */
  readonly callees: readonly string[];
  /** Absent: a callee of medium confidence or better is known. */
  readonly reason?: string;
  /** It leads to code outside the project, which is not looked into. */
  readonly outside: boolean;
}

/** A class of the project: what is called where it has no `__init__`. */
function className(f: Flow, token: Token): string | undefined {
  if (f.p.values.kind(token) !== VALUE.class) return undefined;
  const { activation, name } = f.classes.of(token);
  return `${activation.file.module}.${name}`;
}

/** The call expressions of one file, in order of place. */
export function callsIn(f: Flow, path: string): CallInFile[] {
  const found: CallInFile[] = [];
  for (const { file, op, activations, callees, reason } of gradedCalls(f, (one) => one.path === path)) {
    const names = callees.flatMap(({ token }) => calleeName(f, token) ?? []);
    if (names.length === 0) names.push(...callees.flatMap(({ token }) => className(f, token) ?? []));
    found.push({
      from: file.facts.from[op]!,
      to: file.facts.to[op]!,
      at: file.facts.atFrom[op]!,
      callees: [...new Set(names)].sort(),
      ...(reason === undefined ? {} : { reason }),
      outside: outsideReason(f, activations, op) !== undefined,
    });
  }
  return found.sort((a, b) => a.at - b.at || a.to - b.to);
}
