/**
 * Metaclasses of library classes that are written in Python and raise something when a class is made or called; the
 * stubs leave most of them out. Class -> metaclass, both by the name of definition.
 */
export const METACLASSES: ReadonlyMap<string, string> = new Map([
  // Lib/enum.py: class Enum(metaclass=EnumMeta), EnumType from 3.11
  ['enum.Enum', 'enum.EnumMeta'],
  // Lib/typing.py: _NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {}), found by __mro_entries__
  ['typing.NamedTuple', 'typing.NamedTupleMeta'],
  // Lib/typing.py: _TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
  ['typing.TypedDict', 'typing._TypedDictMeta'],
]);

/** Of these the metaclass makes a class with another one: what derives from it is made by `type`. */
export const OF_DIRECT_BASES: ReadonlySet<string> = new Set(['typing.NamedTuple']);

/** Metaclasses that turn annotations written as texts into `typing.ForwardRef`, which compiles them. */
export const READS_ANNOTATIONS: ReadonlySet<string> = new Set([
  'typing.NamedTupleMeta',
  'typing._TypedDictMeta',
]);

/** Metaclasses that raise nothing else. */
export const READS_ANNOTATIONS_ONLY: ReadonlySet<string> = new Set(['typing._TypedDictMeta']);
