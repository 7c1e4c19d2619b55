import { CONTAINER, type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { listOf } from '../../facts/read-facts.ts';
import type { Stores } from '../solve/stores.ts';
import type { Outline } from './outline.ts';

/** Builtin types of constants; a truth value is an integer too. */
const TYPES_OF_CONSTANTS: Readonly<Record<string, readonly string[]>> = {
  none: [],
  bool: ['bool', 'int'],
  int: ['int'],
  float: ['float'],
  complex: ['complex'],
  str: ['str'],
  bytes: ['bytes'],
  tuple: ['tuple'],
};

const CONTAINER_NAMES: Readonly<Record<number, string>> = {
  [CONTAINER.list]: 'list',
  [CONTAINER.tuple]: 'tuple',
  [CONTAINER.set]: 'set',
  [CONTAINER.dict]: 'dict',
};

const DATA_TYPES = new Set(
  'bool bytearray bytes complex dict float frozenset int list range set slice str tuple'.split(' '),
);

/** Whether a value is an instance of a class, or of one in a tuple; undefined: nothing says so. */
export function isInstanceOf(
  facts: FileFacts,
  stores: Stores,
  value: Outline,
  asked: number,
): boolean | undefined {
  if (value === undefined || asked < 0) return undefined;
  if (facts.kind[asked] === OP.Container) {
    const answers = [...listOf(facts, facts.b[asked]!)].map((one) => isInstanceOf(facts, stores, value, one));
    if (answers.includes(true)) return true;
    return answers.includes(undefined) ? undefined : false;
  }
  const type = classAt(facts, stores, asked);
  if (value.kind === 'instance') {
    if (type !== undefined && value.facts === facts) return derives(facts, stores, value.type, type, 0);
    return isDataType(facts, asked) && isPlain(value.facts, value.type) ? false : undefined;
  }
  const own =
    value.kind === 'container' ? [CONTAINER_NAMES[value.container]!] : TYPES_OF_CONSTANTS[value.kind];
  if (!own) return undefined;
  if (isDataType(facts, asked)) return own.includes(facts.names[facts.a[asked]!]!);
  // a metaclass may answer otherwise
  return type !== undefined && isPlain(facts, type) ? false : undefined;
}

const isDataType = (facts: FileFacts, op: number): boolean =>
  (facts.kind[op] === OP.LoadName || facts.kind[op] === OP.LoadBuiltin) &&
  DATA_TYPES.has(facts.names[facts.a[op]!]!);

/** The class statement of the file that an op stands for. */
export function classAt(facts: FileFacts, stores: Stores, op: number): OpId | undefined {
  const stored = facts.kind[op] === OP.LoadVariable ? stores.of(facts, facts.a[op]!) : [op];
  const [only] = stored;
  return stored.length === 1 && facts.kind[only!] === OP.Class ? (only as OpId) : undefined;
}

/** A class without bases and metaclass. */
export const isPlain = (facts: FileFacts, type: OpId): boolean =>
  listOf(facts, facts.b[type]!).length === 0 && listOf(facts, facts.c[type]!).length === 0;

function derives(
  facts: FileFacts,
  stores: Stores,
  type: OpId,
  from: OpId,
  depth: number,
): boolean | undefined {
  if (type === from) return true;
  if (depth > DEEPEST) return undefined;
  let answer: boolean | undefined = false;
  for (const base of listOf(facts, facts.b[type]!)) {
    const above = base < 0 ? undefined : classAt(facts, stores, base);
    const one = above === undefined ? undefined : derives(facts, stores, above, from, depth + 1);
    if (one) return true;
    if (one === undefined) answer = undefined;
  }
  return isWithoutMetaclass(facts, stores, from, depth) ? answer : undefined;
}

/** Whether nobody but its subclasses counts as an instance of a class: a metaclass, as that of `ABC`, may answer. */
function isWithoutMetaclass(facts: FileFacts, stores: Stores, type: OpId, depth: number): boolean {
  if (depth > DEEPEST || listOf(facts, facts.c[type]!).length > 0) return false;
  return [...listOf(facts, facts.b[type]!)].every((base) => {
    const above = base < 0 ? undefined : classAt(facts, stores, base);
    return above !== undefined && isWithoutMetaclass(facts, stores, above, depth + 1);
  });
}

const DEEPEST = 8;

/** Whether a value has as many items as a sequence pattern asks for; texts are no sequences there (PEP 634). */
export function hasLength(value: Outline, asked: number): boolean | undefined {
  if (value?.kind !== 'container') return isNoContainer(value) ? false : undefined;
  if (value.container === CONTAINER.dict || value.container === CONTAINER.set) return false;
  return asked < 0 ? value.size >= -1 - asked : value.size === asked;
}

/** Whether a value has the keys that a mapping pattern asks for. */
export function hasKeys(value: Outline, asked: readonly (string | undefined)[]): boolean | undefined {
  if (value?.kind !== 'container') return isNoContainer(value) ? false : undefined;
  if (value.container !== CONTAINER.dict) return false;
  if (!value.keys || asked.includes(undefined)) return undefined;
  return asked.every((key) => value.keys!.includes(key!));
}

const isNoContainer = (value: Outline): boolean =>
  value !== undefined && (TYPES_OF_CONSTANTS[value.kind] !== undefined ? value.kind !== 'tuple' : false);
