import { ARGUMENT, type FileFacts, type FunctionFacts, OP, type OpId, PARAMETER } from '../../facts/ir.ts';
import { keyOfConstant } from '../../facts/literals.ts';
import { takesValue } from '../../facts/operands.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Key } from '../containers/containers.ts';

const known = new WeakMap<FunctionFacts, ReadonlySet<Key>>();
const NONE: ReadonlySet<Key> = new Set();

/**
 * Keys that a function takes out of its `**kwargs` in any case, before it uses the rest (`kwargs.pop('name', None)`):
 * what is passed under them is in the dict for nobody else.
 */
export function takenKeywords(facts: FileFacts, fn: FunctionFacts): ReadonlySet<Key> {
  let taken = known.get(fn);
  if (!taken) {
    const rest = fn.parameters.find(({ kind }) => kind === PARAMETER.doubleStar);
    taken = rest === undefined ? NONE : find(facts, fn, rest.op);
    known.set(fn, taken);
  }
  return taken;
}

function find(facts: FileFacts, { start, end }: FunctionFacts, rest: OpId): ReadonlySet<Key> {
  const { kind, a, b, guard, names } = facts;
  const taken = new Set<Key>();
  const pops = new Set<number>();
  for (let op = start; op < end; op++) {
    const isSure = guard[op] === guard[rest];
    if (kind[op] === OP.Call && pops.has(a[op]!)) {
      const [first, , key] = listOf(facts, b[op]!);
      if (isSure && first === ARGUMENT.positional) note(facts, key!, taken);
    }
    if (!takesValue(facts, op, rest)) continue;
    switch (kind[op]) {
      case OP.Attribute:
        if (names[b[op]!] === 'pop') pops.add(op);
        else if (names[b[op]!] !== 'get') return taken;
        break;
      case OP.DeleteItem:
        if (isSure) note(facts, b[op]!, taken);
        break;
      case OP.Item:
      case OP.Compare:
      case OP.Test:
        break;
      default:
        return taken;
    }
  }
  return taken;
}

function note(facts: FileFacts, op: number, taken: Set<Key>): void {
  const key = facts.kind[op] === OP.Const ? keyOfConstant(facts.constants[facts.a[op]!]!) : undefined;
  if (key !== undefined) taken.add(key);
}
