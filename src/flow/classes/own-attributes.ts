import { type FileFacts, OP } from '../../facts/ir.ts';
import type { ClassRecord } from './classes.ts';

const known = new WeakMap<FileFacts, ReadonlyMap<number, ReadonlySet<string>>>();

/** Names that the methods of a class put on their first parameter: `self.name = value`. Read off the ops alone. */
export function namesPutOnSelf({ activation, index }: ClassRecord): ReadonlySet<string> {
  const { facts } = activation.file;
  let byClass = known.get(facts);
  if (!byClass) {
    byClass = gathered(facts);
    known.set(facts, byClass);
  }
  return byClass.get(index) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();

function gathered(facts: FileFacts): ReadonlyMap<number, ReadonlySet<string>> {
  const byClass = new Map<number, Set<string>>();
  for (const { owner, parameters, start, end } of facts.functions) {
    const self = parameters[0]?.op;
    if (owner < 0 || self === undefined) continue;
    let names = byClass.get(owner);
    if (!names) {
      names = new Set();
      byClass.set(owner, names);
    }
    for (let op = start; op < end; op++) {
      if (facts.kind[op] === OP.SetAttribute && facts.a[op] === self) names.add(facts.names[facts.b[op]!]!);
    }
  }
  return byClass;
}
