import { type FileFacts, type FunctionFacts, OP, type OpId } from '../../facts/ir.ts';
import { constantTexts, listOf } from '../../facts/read-facts.ts';
import type { ClassRecord } from './classes.ts';

type NamesOf = (record: ClassRecord) => ReadonlySet<string>;

/** Names that methods of a class put on their first parameter: `self.name = value`. Read off the ops alone. */
function namesPutBy(isAsked: (method: FunctionFacts) => boolean): NamesOf {
  const known = new WeakMap<FileFacts, ReadonlyMap<number, ReadonlySet<string>>>();
  return ({ activation, index }) => {
    const { facts } = activation.file;
    let byClass = known.get(facts);
    if (!byClass) {
      byClass = gathered(facts, isAsked);
      known.set(facts, byClass);
    }
    return byClass.get(index) ?? NONE;
  };
}

/** Names that any method of a class puts on its instance. */
export const namesPutOnSelf = namesPutBy(() => true);

/** Names that an instance of a class has from the start. */
export const namesPutAtStart = namesPutBy(({ name }) => name === '__init__');

const NONE: ReadonlySet<string> = new Set();

/** `self.__dict__["name"] = value` */
function addFromDict(facts: FileFacts, op: number, self: OpId, names: Set<string>): void {
  const object = facts.a[op]!;
  if (facts.kind[object] !== OP.Attribute || facts.a[object] !== self) return;
  if (facts.names[facts.b[object]!] !== '__dict__') return;
  for (const name of constantTexts(facts, facts.b[op] as OpId) ?? []) names.add(name);
}

function gathered(
  facts: FileFacts,
  isAsked: (method: FunctionFacts) => boolean,
): ReadonlyMap<number, ReadonlySet<string>> {
  const byClass = new Map<number, Set<string>>();
  for (const method of facts.functions) {
    const { owner, parameters, start, end } = method;
    const self = parameters[0]?.op;
    if (owner < 0 || self === undefined || !isAsked(method)) continue;
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

type Test = (facts: FileFacts, fn: FunctionFacts) => boolean;

/** Whether the class has a `__getattr__` of its own that passes a test of its ops; asked once for all of a file. */
function byGetter(test: Test): (record: ClassRecord) => boolean {
  const passing = new WeakMap<FileFacts, ReadonlySet<number>>();
  return ({ activation, index }) => {
    const { facts } = activation.file;
    let classes = passing.get(facts);
    if (!classes) {
      const getters = facts.functions.filter((fn) => fn.owner >= 0 && fn.name === '__getattr__');
      classes = new Set(getters.filter((fn) => test(facts, fn)).map(({ owner }) => owner));
      passing.set(facts, classes);
    }
    return classes.has(index);
  };
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

/** `getattr(self, name)` of the name that was asked for. */
function readsBack(facts: FileFacts, { start, end, parameters }: FunctionFacts): boolean {
  const { kind, a, b, names } = facts;
  for (let op = start; op < end; op++) {
    if (kind[op] !== OP.Call) continue;
    const callee = a[op]!;
    if (kind[callee] !== OP.LoadName || names[a[callee]!] !== 'getattr') continue;
    const [, , object, , , name] = listOf(facts, b[op]!);
    if (object === parameters[0]?.op && name === parameters[1]?.op) return true;
  }
  return false;
}

/**
 * Whether the `__getattr__` of a class keeps what it gives as an attribute of the object, so that it is not asked
 * again: what stands there then is no sign that it was not asked.
 */
export const keepsWhatItGives = byGetter(setsAttribute);

/**
 * Whether the `__getattr__` of a class ends by reading the attribute of the object: methods that it runs put it there.
 */
export const readsBackWhatItMade = byGetter(readsBack);
