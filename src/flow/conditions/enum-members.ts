import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { keyOfConstant } from '../../facts/literals.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Stores } from '../solve/stores.ts';
import { classAt } from './matches.ts';
import type { MemberOutline } from './outline.ts';

const known = new WeakMap<FileFacts, Map<OpId, ReadonlySet<string>>>();

/** `Color.RED` of an enumeration of the file whose members have constant values, each its own. */
export function memberAt(facts: FileFacts, stores: Stores, op: number): MemberOutline | undefined {
  const type = classAt(facts, stores, facts.a[op]!);
  if (type === undefined) return undefined;
  const name = facts.names[facts.b[op]!]!;
  let members = known.get(facts);
  if (!members) {
    members = new Map();
    known.set(facts, members);
  }
  let names = members.get(type);
  if (!names) {
    names = isEnumeration(facts, type) ? membersOf(facts, type) : new Set();
    members.set(type, names);
  }
  return names.has(name) ? { kind: 'member', facts, type, name } : undefined;
}

const ENUMERATIONS = new Set(['Enum', 'IntEnum', 'StrEnum']);

/** `class C(enum.Enum)`, `class C(Enum)` of what is imported under that name. */
function isEnumeration(facts: FileFacts, type: OpId): boolean {
  return listOf(facts, facts.b[type]!).some((base) => {
    if (base < 0) return false;
    const isImported = facts.kind[base] === OP.ImportFrom || facts.kind[base] === OP.Attribute;
    return isImported && ENUMERATIONS.has(facts.names[facts.b[base]!]!);
  });
}

function membersOf(facts: FileFacts, type: OpId): ReadonlySet<string> {
  const names = new Set<string>();
  const values = new Set<string>();
  for (let op = type + 1; op < facts.kind.length; op++) {
    if (facts.kind[op] !== OP.ClassAttribute || facts.a[op] !== type) continue;
    const value = facts.c[op]!;
    if (value < 0 || facts.kind[value] !== OP.Const) continue;
    const key = keyOfConstant(facts.constants[facts.a[value]!]!);
    // a value that comes twice makes an alias
    if (key === undefined || values.has(key)) return new Set();
    values.add(key);
    names.add(facts.names[facts.b[op]!]!);
  }
  return names;
}
