import { OP, type OpId } from '../../facts/ir.ts';
import { isProject } from '../../link/program.ts';
import type { ClassView } from '../../model/program-view.ts';
import { ancestors, libraryClass } from '../../stdlib/types/library.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';

/** The class statements of the project that something runs. */
export function classViews(index: ProgramIndex): readonly ClassView[] {
  const { p, classes } = index.flow;
  const found: ClassView[] = [];
  for (const file of p.program.files) {
    if (!isProject(file)) continue;
    for (const facts of file.facts.classes) {
      const [activation] = p.activations.of(p.activations.functionId(file, facts.function));
      if (!activation || file.facts.kind[facts.op] !== OP.Class) continue;
      const made = p.solver
        .at(p.node(activation, facts.op as OpId))
        .find((token) => p.values.kind(token) === VALUE.class);
      const order = made === undefined ? [] : classes.of(made).order.filter((base) => base !== made);
      found.push({
        ...placeOf(file, facts.op),
        at: facts.at,
        name: `${file.module}.${facts.qualifiedName}`,
        bases: [...new Set(order.flatMap((base) => classNames(index, base)))],
      });
    }
  }
  return found;
}

/** A class of the project by its name; a library class with those that it derives from in turn. */
function classNames(index: ProgramIndex, token: Token): string[] {
  const { p, classes } = index.flow;
  if (p.values.kind(token) === VALUE.class) {
    const { activation, index: made, name } = classes.of(token);
    const { module, facts } = activation.file;
    return [`${module}.${facts.classes[made]?.qualifiedName ?? name}`];
  }
  const name = p.text(p.values.x(token));
  const known = libraryClass(name);
  return known ? [name, ...ancestors(known).map(({ class: base }) => base.name)] : [name];
}
