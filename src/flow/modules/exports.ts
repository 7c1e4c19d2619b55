import { OP } from '../../facts/ir.ts';
import type { FileId, ImportTarget, ProgramFile } from '../../link/program.ts';
import type { Flow } from '../flow.ts';

/** Whether `from m import *` brings a name of m: what `__all__` says, else every public name. */
export function isExported(f: Flow, id: FileId, name: string, seen = new Set<FileId>()): boolean {
  if (seen.has(id)) return false;
  seen.add(id);
  const file = f.p.program.files[id]!;
  const { exports } = file.facts;
  const isPublic = !name.startsWith('_');
  if (!exports) return isPublic;
  if (exports.includes(name)) return true;
  for (const entry of exports) {
    if (!entry.startsWith('*')) continue;
    const other = entry === '*' ? undefined : namedModule(f, file, entry.slice(1));
    // names that cannot be read off may be any; errs toward bringing more
    if (other?.kind === 'file' ? isExported(f, other.file, name, seen) : isPublic) return true;
  }
  return false;
}

/** The module that a dotted expression of a module's body means, going by the imports that bind its first name. */
function namedModule(f: Flow, file: ProgramFile, dotted: string): ImportTarget | undefined {
  const [first, ...rest] = dotted.split('.');
  const { facts, id } = file;
  const variable = facts.globals.get(first!);
  if (variable === undefined) return undefined;
  for (const op of f.stores.of(facts, variable)) {
    let base: string | undefined;
    if (facts.kind[op] === OP.Import) {
      const name = facts.names[facts.a[op]!]!;
      base = facts.b[op] === 1 ? name : name.split('.', 1)[0];
    } else if (facts.kind[op] === OP.ImportFrom) {
      const module = f.p.program.relative(id, facts.c[op]! >> 1, facts.names[facts.a[op]!]!);
      base =
        module === undefined ? undefined : [module, facts.names[facts.b[op]!]!].filter(Boolean).join('.');
    }
    if (base !== undefined) return f.p.program.resolve(id, [base, ...rest].join('.'));
  }
  return undefined;
}
