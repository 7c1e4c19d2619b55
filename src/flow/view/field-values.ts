import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import { functionOf } from '../../facts/read-facts.ts';
import type { ProgramFile } from '../../link/program.ts';
import type { Flow } from '../flow.ts';
import { type Token, VALUE } from '../solve/values.ts';

interface Stored {
  readonly file: ProgramFile;
  readonly op: OpId;
}

const known = new WeakMap<FileFacts, Map<string, readonly OpId[]>>();

/** The ops of a file that store to an attribute of that name. */
function storesTo({ facts }: ProgramFile, name: string): readonly OpId[] {
  let byName = known.get(facts);
  if (!byName) {
    const made = new Map<string, OpId[]>();
    for (let op = 0; op < facts.kind.length; op++) {
      if (facts.kind[op] !== OP.SetAttribute) continue;
      const attribute = facts.names[facts.b[op]!]!;
      const list = made.get(attribute);
      if (list) list.push(op as OpId);
      else made.set(attribute, [op as OpId]);
    }
    byName = made;
    known.set(facts, byName);
  }
  return byName.get(name) ?? [];
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
  return program.files.flatMap((file) =>
    storesTo(file, name)
      .filter((op) => isOn(f, file, op, owner as Token))
      .map((op) => ({ file, op: file.facts.c[op]! as OpId })),
  );
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
