import { ARGUMENT, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';

export interface CallOperands {
  readonly positional: readonly OpId[];
  readonly named: ReadonlyMap<string, OpId>;
  readonly isOpen: boolean;
}

/** The arguments of a call as they are written; positions end at the first `*`. */
export function operandsOf({ facts }: ProgramFile, op: OpId): CallOperands {
  const positional: OpId[] = [];
  const named = new Map<string, OpId>();
  let isOpen = false;
  if (facts.kind[op] !== OP.Call) return { positional, named, isOpen };
  const list = listOf(facts, facts.b[op]!);
  for (let entry = 0; entry < list.length; entry += 3) {
    const value = list[entry + 2]! as OpId;
    if (list[entry] === ARGUMENT.keyword) named.set(facts.names[list[entry + 1]!]!, value);
    else if (list[entry] !== ARGUMENT.positional) isOpen = true;
    else if (!isOpen) positional.push(value);
  }
  return { positional, named, isOpen };
}
