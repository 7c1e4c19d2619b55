import { ancestors, libraryClass, memberOfClass } from '../../stdlib/types/library.ts';
import type { ClassRecord } from '../classes/classes.ts';
import type { Flow } from '../flow.ts';
import { VALUE } from '../solve/values.ts';

/** What `__contains__` of abstract classes is made of (CPython's `_collections_abc.py`); that of others is C. */
const INHERITED_CONTAINS: ReadonlyMap<string, readonly string[]> = new Map([
  ['typing.Mapping', ['__getitem__']],
  ['typing.Sequence', ['__iter__', '__getitem__']],
]);

/** Methods that `in` asks where a class has `__contains__` from the library; `undefined`: it has none from there. */
export function askedByInherited(f: Flow, { order }: ClassRecord): readonly string[] | undefined {
  const { values } = f.p;
  for (const entry of order) {
    const base = values.kind(entry) === VALUE.library && libraryClass(f.p.text(values.x(entry)));
    const definer = base && memberOfClass(base, '__contains__')?.ancestor.class.name;
    if (!definer) continue;
    // the index has builtins derive from abstract classes, whose methods are not what they run
    const isBuiltin = ancestors(base).some((ancestor) => ancestor.class.name.startsWith('builtins.'));
    return isBuiltin ? [] : (INHERITED_CONTAINS.get(definer) ?? []);
  }
  return undefined;
}
