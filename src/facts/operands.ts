import { ARGUMENT, type FileFacts, OP, type OpId } from './ir.ts';
import { listOf } from './read-facts.ts';

/** Whether an op takes the value of another; the operands of each kind are told at `OP`. */
export function takesValue(facts: FileFacts, op: number, value: OpId): boolean {
  const { kind, a, b, c } = facts;
  switch (kind[op]) {
    case OP.StoreVariable:
      return b[op] === value;
    case OP.SetAttribute:
    case OP.ClassAttribute:
    case OP.Field:
      return a[op] === value || c[op] === value || (kind[op] === OP.Field && inList(facts, c[op]!, value));
    case OP.Attribute:
    case OP.DeleteAttribute:
    case OP.Unpack:
    case OP.Iterate:
    case OP.Await:
    case OP.Yield:
    case OP.YieldFrom:
    case OP.Enter:
    case OP.Exit:
    case OP.Return:
    case OP.Raise:
    case OP.Catch:
    case OP.Unary:
    case OP.FormatField:
    case OP.Test:
      return a[op] === value;
    case OP.Item:
    case OP.DeleteItem:
    case OP.Binary:
    case OP.Compare:
    case OP.Boolean:
    case OP.InPlace:
      return a[op] === value || b[op] === value;
    case OP.SetItem:
      return a[op] === value || b[op] === value || c[op] === value;
    case OP.Call:
      return a[op] === value || isArgument(facts, b[op]!, value);
    case OP.Class:
      return inList(facts, b[op]!, value) || inList(facts, c[op]!, value);
    case OP.Closure:
    case OP.Join:
    case OP.Format:
    case OP.Slice:
    case OP.Comprehension:
      return inList(facts, b[op]!, value);
    case OP.Container:
      return inList(facts, b[op]!, value) || inList(facts, b[op]!, -2 - value);
    default:
      return false;
  }
}

const inList = (facts: FileFacts, list: number, entry: number): boolean =>
  list >= 0 && listOf(facts, list).includes(entry);

function isArgument(facts: FileFacts, list: number, value: OpId): boolean {
  const entries = listOf(facts, list);
  for (let index = 0; index < entries.length; index += 3) {
    if (entries[index + 2] === value && entries[index]! <= ARGUMENT.doubleStar) return true;
  }
  return false;
}
