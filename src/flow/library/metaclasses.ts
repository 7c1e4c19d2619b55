import { METACLASSES } from '../../stdlib/models/metaclasses.ts';
import { ancestors, libraryClass } from '../../stdlib/types/library.ts';

/** The metaclass of a library class, and the class that has it. */
export function metaclassOf(name: string): { readonly of: string; readonly metaclass: string } | undefined {
  const type = libraryClass(name);
  for (const of of [name, ...(type ? ancestors(type).map((base) => base.class.name) : [])]) {
    const metaclass = METACLASSES.get(of);
    if (metaclass !== undefined) return { of, metaclass };
  }
  return undefined;
}
