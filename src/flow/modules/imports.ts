import { OP, type OpId } from '../../facts/ir.ts';
import type { FileId, ImportTarget, Program, ProgramFile } from '../../link/program.ts';
import { BUILTIN_NAMES } from '../../stdlib/startup.ts';
import { libraryObject } from '../../stdlib/types/library.ts';
import { siteAt } from '../constrain/ops.ts';
import type { Flow } from '../flow.ts';
import type { Activation } from '../solve/activations.ts';
import { FALLBACK } from '../solve/propagation.ts';
import type { Node } from '../solve/solver.ts';
import { type Token, VALUE } from '../solve/values.ts';
import { isExported } from './exports.ts';

/** The value of a module that an import names. */
export function moduleValue(f: Flow, target: ImportTarget): Token {
  switch (target.kind) {
    case 'file':
      return f.p.values.of(VALUE.module, target.file);
    case 'namespace':
      return f.p.values.of(VALUE.namespace, f.p.name(target.name));
    case 'external':
      return f.p.library(target.name);
  }
}

/** `import a.b.c` binds a, or with an alias the whole path. */
export function importModule(f: Flow, activation: Activation, op: OpId): void {
  const { facts, id } = activation.file;
  const dotted = facts.names[facts.a[op]!]!;
  const whole = facts.b[op] === 1;
  const bound = whole ? dotted : dotted.slice(0, dotted.indexOf('.'));
  const target = f.p.program.resolve(id, bound);
  const result = f.p.node(activation, op);
  f.p.solver.add(result, moduleValue(f, target));
  if (target.kind === 'external' && f.contexts.isClose) {
    f.p.solver.flow(f.p.field(f.p.library('sys.modules'), f.p.name(bound)), result);
  }
}

/** Dotted name of the module of a `from` import; `undefined` where the dots lead above the top. */
export function importedModule(activation: Activation, op: OpId, f: Flow): string | undefined {
  const { facts, id } = activation.file;
  return f.p.program.relative(id, facts.c[op]! >> 1, facts.names[facts.a[op]!]!);
}

/** `from m import name`: an attribute of the module, or a submodule. */
export function importFrom(f: Flow, activation: Activation, op: OpId): void {
  const module = importedModule(activation, op, f);
  if (module === undefined) return;
  const { file } = activation;
  const name = file.names[file.facts.b[op]!]!;
  const site = siteAt(f, activation, op);
  const dotted = module === '' ? f.p.text(name) : `${module}.${f.p.text(name)}`;
  const target = module === '' ? undefined : f.p.program.resolve(file.id, module);
  if (target?.kind === 'file') f.p.getAttribute(moduleValue(f, target), name, site);
  else if (target?.kind === 'external') externalName(f, dotted, site.result);
  else f.p.solver.add(site.result, moduleValue(f, f.p.program.resolve(file.id, dotted)));
}

/** `namespace.name`: a module below a namespace package. */
export function namespaceAttribute(f: Flow, object: Token, name: number, result: Node, from: FileId): void {
  const dotted = `${f.p.text(f.p.values.x(object))}.${f.p.text(name)}`;
  f.p.solver.add(result, moduleValue(f, f.p.program.resolve(from, dotted)));
}

/** A name outside the project: an instance where the table says so, else the library object itself. */
export function externalName(f: Flow, name: string, result: Node): void {
  const dotted = f.summarises ? publicName(f, name) : name;
  const instance = f.p.table.instances.get(f.p.canonical(dotted));
  const typed = instance === undefined ? undefined : f.types.variable(dotted);
  if (typed !== undefined) return f.p.solver.flow(typed, result);
  f.p.solver.add(result, instance === undefined ? f.p.library(dotted) : f.p.libraryInstance(instance));
}

/** `_collections.deque` is `collections.deque`: C modules that the index of types does not have. */
function publicName(f: Flow, dotted: string): string {
  if (!dotted.startsWith('_') || f.p.canonical(dotted) !== dotted || f.p.table.calls.has(dotted))
    return dotted;
  const named = dotted.slice(1);
  return libraryObject(dotted) === undefined && libraryObject(named) !== undefined ? named : dotted;
}

/** `module.name`, as other modules see it: a global, what a star import brought, a submodule. */
export function moduleAttribute(f: Flow, id: number, name: number, result: Node): void {
  const file = f.p.program.files[id]!;
  const module = f.p.moduleOf(file.id);
  const text = f.p.text(name);
  const token = f.p.values.of(VALUE.module, file.id);
  f.p.solver.flow(f.p.field(token, name), result);
  const variable = file.facts.globals.get(text);
  if (variable !== undefined) {
    f.p.solver.flow(f.p.activations.variable(module, variable), result);
    if (!isBoundLater(f, file, text)) return;
  }
  const own = ownName(file, text);
  if (own !== undefined) f.p.solver.add(result, f.p.values.of(VALUE.text, f.p.name(own)));
  const submodule = f.p.program.resolve(file.id, `${file.module}.${text}`);
  if (submodule.kind !== 'external') {
    f.p.solver.add(result, moduleValue(f, submodule));
    return;
  }
  const isFound = starNames(f, file.id, name, result, new Set([file.id]));
  if (f.summarises && !isFound) indexedName(f, `${file.module}.${text}`, result);
}

/** A name that a summarised library puts into a module in ways nobody sees, as the index of types knows it. */
function indexedName(f: Flow, dotted: string, result: Node): void {
  if (libraryObject(dotted)?.kind !== 'member') return;
  f.p.whenEmpty(result, FALLBACK.result, () => f.p.solver.add(result, f.p.library(dotted)));
}

/** Names that the import system gives a module (language reference 5.4). */
function ownName({ module, isPackage }: ProgramFile, name: string): string | undefined {
  if (name === '__name__') return module;
  if (name !== '__package__') return undefined;
  return isPackage ? module : module.slice(0, Math.max(module.lastIndexOf('.'), 0));
}

/**
 * Importing a submodule binds it in its package (language reference 5.4.2): over a name that the package's body has
 * bound before, unless it was that body itself that imported it.
 */
function isBoundLater(f: Flow, file: ProgramFile, name: string): boolean {
  const submodule = `${file.module}.${name}`;
  if (!f.modules.has(submodule) || f.p.program.resolve(file.id, submodule).kind !== 'file') return false;
  const { facts, id } = file;
  for (let op = 0; op < facts.kind.length; op++) {
    if (facts.kind[op] === OP.Import && facts.names[facts.a[op]!] === submodule) return false;
    if (facts.kind[op] !== OP.ImportFrom && facts.kind[op] !== OP.ImportStar) continue;
    const from = f.p.program.relative(id, facts.c[op]! >> 1, facts.names[facts.a[op]!]!);
    if (from === submodule || from?.startsWith(`${submodule}.`)) return false;
  }
  return true;
}

/**
 * A name that star imports of a module may have brought (language reference 7.11). `seen` ends circular ones.
 * Names of modules outside the project are taken to be all there: where several are star-imported, each may be it.
 */
export function starNames(f: Flow, id: FileId, name: number, result: Node, seen: Set<FileId>): boolean {
  const file = f.p.program.files[id]!;
  const text = f.p.text(name);
  let any = false;
  let isSettled = false;
  // the last one that is sure to run and to bind the name replaces what earlier ones brought
  for (const op of starImports(f, id)) {
    if (any && isSettled) break;
    const module = importedModule(f.p.moduleOf(id), op, f);
    if (module === undefined) continue;
    isSettled = file.facts.guard[op] === 0;
    const target = f.p.program.resolve(id, module);
    if (target.kind === 'external') {
      if (text.startsWith('_')) continue;
      externalName(f, `${module}.${text}`, result);
      any = true;
      isSettled = false;
    } else if (target.kind === 'file' && !seen.has(target.file)) {
      seen.add(target.file);
      if (!isExported(f, target.file, text)) continue;
      const { facts } = f.p.program.files[target.file]!;
      const variable = facts.globals.get(text);
      if (variable !== undefined) {
        f.p.solver.flow(f.p.activations.variable(f.p.moduleOf(target.file), variable), result);
        any = true;
      } else if (starNames(f, target.file, name, result, seen)) any = true;
      else if (facts.exports?.includes(text)) {
        // a star import loads the submodules that `__all__` names
        const submodule = f.p.program.resolve(target.file, `${module}.${text}`);
        if (submodule.kind === 'external') continue;
        f.p.solver.add(result, moduleValue(f, submodule));
        any = true;
      }
    }
  }
  if (!any && file.facts.globals.has('__getattr__')) return false;
  return any;
}

/** A name the module does not bind: a star import's, else a builtin (language reference 4.2.2). */
export function loadGlobal(f: Flow, { file }: Activation, name: number, result: Node): void {
  let node = f.globals.get(file.id, name);
  if (node === undefined) {
    node = f.p.solver.nodes(1);
    f.globals.set(file.id, name, node);
    findGlobal(f, file, name, node as Node);
  }
  f.p.solver.flow(node as Node, result);
}

function findGlobal(f: Flow, file: ProgramFile, name: number, result: Node): void {
  const text = f.p.text(name);
  const own = ownName(file, text);
  if (own !== undefined) return f.p.solver.add(result, f.p.values.of(VALUE.text, f.p.name(own)));
  // put there from outside, or by `globals()`
  f.p.solver.flow(f.p.field(f.p.values.of(VALUE.module, file.id), name), result);
  const builtin = BUILTIN_NAMES.has(text);
  if (starNames(f, file.id, name, result, new Set([file.id])) && !builtin) return;
  if (builtin) externalName(f, `builtins.${text}`, result);
}

const starOps = new WeakMap<object, readonly OpId[]>();

/** The last one first. */
function starImports(f: Flow, id: FileId): readonly OpId[] {
  const { facts } = f.p.program.files[id]!;
  let ops = starOps.get(facts);
  if (!ops) {
    const found: OpId[] = [];
    for (let op = 0; op < facts.kind.length; op++)
      if (facts.kind[op] === OP.ImportStar) found.push(op as OpId);
    ops = found.reverse();
    starOps.set(facts, ops);
  }
  return ops;
}

/** Every module name that an import statement of the program means, with the packages around it. */
export function importedModules(program: Program): ReadonlySet<string> {
  const found = new Set<string>(['builtins']);
  for (const { facts, id } of program.files) {
    for (let op = 0; op < facts.kind.length; op++) {
      const kind = facts.kind[op];
      if (kind !== OP.Import && kind !== OP.ImportFrom && kind !== OP.ImportStar) continue;
      const level = kind === OP.Import ? 0 : facts.c[op]! >> 1;
      const name = program.relative(id, level, facts.names[facts.a[op]!]!) ?? '';
      for (let dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1))
        found.add(name.slice(0, dot));
      found.add(name);
    }
  }
  return found;
}
