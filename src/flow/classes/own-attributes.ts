import { type FileFacts, type FunctionFacts, OP, type OpId } from '../../facts/ir.ts';
import { constantTexts } from '../../facts/read-facts.ts';
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

/** `self.__dict__["name"] = value` */
function addFromDict(facts: FileFacts, op: number, self: OpId, names: Set<string>): void {
  const object = facts.a[op]!;
  if (facts.kind[object] !== OP.Attribute || facts.a[object] !== self) return;
  if (facts.names[facts.b[object]!] !== '__dict__') return;
  for (const name of constantTexts(facts, facts.b[op] as OpId) ?? []) names.add(name);
}

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
      else if (facts.kind[op] === OP.SetItem) addFromDict(facts, op, self, names);
    }
  }
  return byClass;
}

const keeping = new WeakMap<FileFacts, ReadonlySet<number>>();

/**
 * Whether the `__getattr__` of a class keeps what it gives as an attribute of the object, so that it is not asked
 * again: what stands there then is no sign that it was not asked.
 */
export function keepsWhatItGives({ activation, index }: ClassRecord): boolean {
  const { facts } = activation.file;
  let classes = keeping.get(facts);
  if (!classes) {
    const keepers = facts.functions.filter(
      (fn) => fn.owner >= 0 && fn.name === '__getattr__' && setsAttribute(facts, fn),
    );
    classes = new Set(keepers.map(({ owner }) => owner));
    keeping.set(facts, classes);
  }
  return classes.has(index);
}

/** `setattr(self, ...)`, `object.__setattr__(self, ...)`, `self.__dict__[...] = x`, `self.x = x`. */
function setsAttribute({ kind, a, b, names }: FileFacts, { start, end, parameters }: FunctionFacts): boolean {
  const isNamed = (op: number, name: string) => kind[op] === OP.Attribute && names[b[op]!] === name;
  for (let op = start; op < end; op++) {
    if (isNamed(op, '__setattr__')) return true;
    if (kind[op] === OP.LoadName && names[a[op]!] === 'setattr') return true;
    if (kind[op] === OP.SetItem && isNamed(a[op]!, '__dict__')) return true;
    if (kind[op] === OP.SetAttribute && a[op] === parameters[0]?.op) return true;
  }
  return false;
}
