import { ancestors, libraryClass } from '../../stdlib/types/library.ts';
import type { Flow } from '../flow.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** The classes of what is raised, a class or an exception, with all that they derive from; none: not known. */
export function classesRaised({ p, classes }: Flow, raised: Token): ReadonlySet<Token> {
  const kind = p.values.kind(raised);
  const found = new Set<Token>();
  const addLibrary = (name: string) => {
    found.add(p.library(name));
    const type = libraryClass(name);
    if (type) for (const ancestor of ancestors(type)) found.add(p.library(ancestor.class.name));
  };
  if (kind === VALUE.library || kind === VALUE.libraryInstance) {
    addLibrary(p.text(p.values.x(raised)));
  } else if (kind === VALUE.class || kind === VALUE.instance) {
    const type = kind === VALUE.class ? raised : (p.values.x(raised) as Token);
    for (const entry of classes.of(type).order) {
      if (p.values.kind(entry) === VALUE.library) addLibrary(p.text(p.values.x(entry)));
      else found.add(entry);
    }
  }
  return found;
}
