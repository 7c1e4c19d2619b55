import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import type { FileId, Program, ProgramFile } from '../../link/program.ts';

/** Values that stood under a name before it was replaced: ops of a module's body. */
export interface Before {
  readonly file: FileId;
  readonly ops: readonly OpId[];
}

/** What bodies of modules replace before anything can have seen it. */
export interface Replaced {
  /** Ops that bind a name of a module or class, whose value nobody gets under that name. */
  readonly ops: ReadonlySet<OpId>;
  /** Attributes that are read before. */
  readonly reads: ReadonlyMap<OpId, Before>;
}

/** Ops that run no code of the program, or of modules that are looked at themselves. */
const QUIET: ReadonlySet<number> = new Set([
  OP.Const,
  OP.LoadVariable,
  OP.StoreVariable,
  OP.LoadName,
  OP.LoadBuiltin,
  OP.Import,
  OP.ImportFrom,
  OP.Attribute,
  OP.SetAttribute,
  OP.Closure,
  OP.Class,
  OP.ClassAttribute,
  OP.Container,
  OP.Join,
  OP.Field,
]);

/**
 * `lib.hook = mine`, `C.method = mine` in the body of a module, before anything is called: what stood there is never
 * got by that name; in another module only by one that loads all of the program, or others may run without it. Errs
 * toward missing what code out of sight gets between the two.
 */
export class Replacements {
  private readonly found = new Map<FileId, { readonly ops: Set<OpId>; readonly reads: Map<OpId, Before> }>();
  private readonly quiet = new Map<FileId, boolean>();
  private readonly program: Program;

  /** @param isClose only small programs are looked through */
  constructor(program: Program, isClose: boolean) {
    this.program = program;
    if (isClose) for (const file of program.files) this.lookThrough(file);
  }

  in(file: FileId): Replaced | undefined {
    return this.found.get(file);
  }

  private lookThrough(file: ProgramFile): void {
    const { facts } = file;
    const { end } = facts.functions[0]!;
    for (let op = 0 as OpId; op < end && this.isQuietAt(file, op); op++) {
      if (facts.kind[op] === OP.SetAttribute && facts.guard[op] === 0) this.replace(file, op);
    }
  }

  /** Whether an op of a module's body runs nothing that may look at names. */
  private isQuietAt(file: ProgramFile, op: OpId): boolean {
    const { facts } = file;
    if (!QUIET.has(facts.kind[op]!)) return false;
    if (facts.kind[op] !== OP.Import && facts.kind[op] !== OP.ImportFrom) return true;
    const module = this.moduleAt(file, op);
    return module === undefined || this.isQuiet(module);
  }

  private isQuiet(file: ProgramFile): boolean {
    const known = this.quiet.get(file.id);
    if (known !== undefined) return known;
    // of modules that import each other, who is asked first
    this.quiet.set(file.id, true);
    let isQuiet = true;
    const { end } = file.facts.functions[0]!;
    for (let op = 0 as OpId; op < end && isQuiet; op++) isQuiet = this.isQuietAt(file, op);
    this.quiet.set(file.id, isQuiet);
    return isQuiet;
  }

  /** The file of the program that an import names as a whole. */
  private moduleAt({ id, facts }: ProgramFile, op: number): ProgramFile | undefined {
    const isFrom = facts.kind[op] === OP.ImportFrom;
    const name = facts.names[facts.a[op]!]!;
    const dotted = isFrom ? this.program.relative(id, facts.c[op]! >> 1, name) : name;
    if (dotted === undefined || dotted === '') return undefined;
    const target = this.program.resolve(id, dotted);
    return target.kind === 'file' ? this.program.files[target.file] : undefined;
  }

  private replace(file: ProgramFile, op: OpId): void {
    const { facts } = file;
    const object = facts.a[op]!;
    const name = facts.names[facts.b[op]!]!;
    const holder = this.holderAt(file, object);
    if (!holder || (holder.file !== file && !this.loadsAll(file))) return;
    const stored = storesOf(holder.file.facts, holder.type, name);
    if (stored.length === 0 || (holder.type < 0 && this.isImportedByName(holder.file, name))) return;
    const values = stored.map((store) => boundBy(holder.file.facts, store));
    if (!values.every((value) => holder.file.facts.kind[value] === OP.Closure)) return;
    for (const store of stored) this.of(holder.file.id).ops.add(store);
    for (let before = 0 as OpId; before < op; before++) {
      if (facts.kind[before] !== OP.Attribute || facts.names[facts.b[before]!] !== name) continue;
      const other = this.holderAt(file, facts.a[before]!);
      if (other?.file === holder.file && other.type === holder.type)
        this.of(file.id).reads.set(before, { file: holder.file.id, ops: values });
    }
  }

  /** Whether a module loads, itself or by what it imports, every other of the program: nobody comes by without it. */
  private loadsAll(file: ProgramFile): boolean {
    const loaded = new Set([file]);
    for (const { id, facts } of loaded) {
      const add = (level: number, name: string) => {
        const dotted = this.program.relative(id, level, name);
        const target = dotted ? this.program.resolve(id, dotted) : undefined;
        if (target?.kind === 'file') loaded.add(this.program.files[target.file]!);
      };
      for (let op = 0; op < facts.kind.length; op++) {
        const kind = facts.kind[op];
        const name = facts.names[facts.a[op]!]!;
        if (kind === OP.Import) add(0, name);
        if (kind === OP.ImportFrom || kind === OP.ImportStar) add(facts.c[op]! >> 1, name);
        if (kind === OP.ImportFrom) {
          add(
            facts.c[op]! >> 1,
            name === '' ? facts.names[facts.b[op]!]! : `${name}.${facts.names[facts.b[op]!]}`,
          );
        }
      }
    }
    // packages are loaded with what lies in them
    return this.program.files.every((each) => each.isPackage || loaded.has(each));
  }

  private of(file: FileId) {
    let known = this.found.get(file);
    if (!known) {
      known = { ops: new Set(), reads: new Map() };
      this.found.set(file, known);
    }
    return known;
  }

  /** The module or class of the program that an op stands for; of a module `type` is -1. */
  private holderAt(
    file: ProgramFile,
    op: number,
  ): { readonly file: ProgramFile; readonly type: number } | undefined {
    const { facts } = file;
    if (op < 0) return undefined;
    switch (facts.kind[op]) {
      case OP.Class:
        return { file, type: op };
      case OP.Import: {
        const isWhole = facts.b[op] === 1 || !facts.names[facts.a[op]!]!.includes('.');
        const module = isWhole ? this.moduleAt(file, op) : undefined;
        return module && { file: module, type: -1 };
      }
      case OP.ImportFrom: {
        const module = this.moduleAt(file, op);
        return module && this.classIn(module, facts.names[facts.b[op]!]!);
      }
      case OP.Attribute: {
        const module = this.holderAt(file, facts.a[op]!);
        return module && module.type < 0 ? this.classIn(module.file, facts.names[facts.b[op]!]!) : undefined;
      }
      default:
        return undefined;
    }
  }

  private classIn(file: ProgramFile, name: string) {
    const stored = storesOf(file.facts, -1, name).map((store) => boundBy(file.facts, store));
    const [type] = stored;
    return type !== undefined && stored.length === 1 && file.facts.kind[type] === OP.Class
      ? { file, type }
      : undefined;
  }

  private isImportedByName(module: ProgramFile, name: string): boolean {
    return this.program.files.some((file) => {
      const { kind, b, names } = file.facts;
      return kind.some(
        (each, op) =>
          each === OP.ImportStar ||
          (each === OP.ImportFrom && names[b[op]!] === name && this.moduleAt(file, op) === module),
      );
    });
  }
}

/** The ops that bind a name of a module's body, or of a class of it. */
function storesOf(facts: FileFacts, type: number, name: string): readonly OpId[] {
  const found: OpId[] = [];
  const variable = facts.globals.get(name);
  const { end } = facts.functions[0]!;
  for (let op = 0 as OpId; op < end; op++) {
    const isStore =
      type < 0
        ? facts.kind[op] === OP.StoreVariable && facts.a[op] === variable
        : facts.kind[op] === OP.ClassAttribute && facts.a[op] === type && facts.names[facts.b[op]!] === name;
    if (isStore) found.push(op);
  }
  return found;
}

const boundBy = (facts: FileFacts, store: OpId): OpId =>
  (facts.kind[store] === OP.StoreVariable ? facts.b[store]! : facts.c[store]!) as OpId;
