import { OP, type OpId } from '../../facts/ir.ts';
import { functionOf } from '../../facts/read-facts.ts';
import { isProject } from '../../link/program.ts';
import type { ClassView, FunctionView, MemberView } from '../../model/program-view.ts';
import { ancestors, libraryClass } from '../../stdlib/types/library.ts';
import type { FunctionId } from '../solve/activations.ts';
import { type Token, VALUE } from '../solve/values.ts';
import type { Stored } from './field-values.ts';
import { functionsAt } from './functions-at.ts';
import { placeOf } from './places.ts';
import type { ProgramIndex } from './program-index.ts';

/** The class statements of the project that something runs. */
export function classViews(
  index: ProgramIndex,
  viewOf: (id: FunctionId) => FunctionView,
): readonly ClassView[] {
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
        members: () => members(index, { file, op: facts.op as OpId }, made, viewOf),
      });
    }
  }
  return found;
}

/** What a class has at the end of its body, in the order of first use, and then what the program sets from outside. */
function members(
  index: ProgramIndex,
  statement: Stored,
  made: Token | undefined,
  viewOf: (id: FunctionId) => FunctionView,
): readonly MemberView[] {
  const member = (name: string, { file, op }: Stored): MemberView => {
    const inside = index.flow.p.activations.functionId(file, functionOf(file.facts, op));
    return { ...placeOf(file, op), name, functions: functionsAt(index, inside, op).map(viewOf) };
  };
  const { names, b, c } = statement.file.facts;
  const own = bodyOps(statement).map((op) =>
    member(names[b[op]!]!, { file: statement.file, op: c[op]! as OpId }),
  );
  if (made === undefined) return own;
  const { p, classes } = index.flow;
  const outside = [...classes.of(made).attributes]
    .map((name) => p.text(name))
    .flatMap((name) => index.fieldValues(made, name).map((stored) => member(name, stored)));
  return [...own, ...outside];
}

/** The ops that set attributes at the end of a class body. */
function bodyOps({ file, op }: Stored): readonly OpId[] {
  const { kind, a } = file.facts;
  const found: OpId[] = [];
  for (let at = 0; at < kind.length; at++)
    if (kind[at] === OP.ClassAttribute && a[at] === op) found.push(at as OpId);
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
