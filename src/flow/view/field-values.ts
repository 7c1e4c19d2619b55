import { OP, type OpId } from '../../facts/ir.ts';
import { functionOf } from '../../facts/read-facts.ts';
import type { Program, ProgramFile } from '../../link/program.ts';
import type { Flow } from '../flow.ts';
import { type Token, VALUE } from '../solve/values.ts';

/** An op whose value is stored. */
export interface Stored {
  readonly file: ProgramFile;
  readonly op: OpId;
}

const known = new WeakMap<Program, ReadonlyMap<string, readonly Stored[]>>();

/** The ops of the program that store to an attribute, by its name. */
function storesByName(program: Program): ReadonlyMap<string, readonly Stored[]> {
  let byName = known.get(program);
  if (!byName) {
    const made = new Map<string, Stored[]>();
    for (const file of program.files) {
      const { kind, names, b } = file.facts;
      for (let op = 0; op < kind.length; op++) {
        if (kind[op] !== OP.SetAttribute) continue;
        const attribute = names[b[op]!]!;
        const list = made.get(attribute);
        if (list) list.push({ file, op: op as OpId });
        else made.set(attribute, [{ file, op: op as OpId }]);
      }
    }
    byName = made;
    known.set(program, byName);
  }
  return byName;
}

/** What the program stores to `object.name`, object being an instance, a class or a module of its own. */
export function fieldValues(f: Flow, object: Token, name: string): readonly Stored[] {
  const { values, program } = f.p;
  const kind = values.kind(object);
  if (kind === VALUE.module) {
    const file = program.files[values.x(object)]!;
    const variable = file.facts.globals.get(name);
    if (variable === undefined) return [];
    return f.stores.of(file.facts, variable).map((op) => ({ file, op }));
  }
  if (kind !== VALUE.instance && kind !== VALUE.class) return [];
  const owner = kind === VALUE.instance ? values.x(object) : object;
  return (storesByName(program).get(name) ?? [])
    .filter(({ file, op }) => isOn(f, file, op, owner as Token))
    .map(({ file, op }) => ({ file, op: file.facts.c[op]! as OpId }));
}

/** Whether the object of a store may be of the class, or of one it derives from or that derives from it. */
function isOn(f: Flow, file: ProgramFile, op: OpId, owner: Token): boolean {
  const { activations, solver, values } = f.p;
  const target = file.facts.a[op]! as OpId;
  const id = activations.functionId(file, functionOf(file.facts, op));
  return activations.of(id).some((each) =>
    solver.at(f.p.node(each, target)).some((token) => {
      const kind = values.kind(token);
      const found = (kind === VALUE.instance ? values.x(token) : token) as Token;
      if (kind !== VALUE.instance && kind !== VALUE.class) return false;
      return (
        found === owner ||
        f.classes.of(owner).order.includes(found) ||
        f.classes.of(found).order.includes(owner)
      );
    }),
  );
}
