import { type FileFacts, OP, type OpId } from '../../facts/ir.ts';
import type { FileId } from '../../link/program.ts';
import type { Span } from '../../model/finding.ts';
import type { TargetMask } from '../../model/targets.ts';
import type { Flow } from '../flow.ts';
import { importedModule } from '../modules/imports.ts';
import type { Activation } from '../solve/activations.ts';
import type { Collector } from './collect.ts';

/** What importing costs in a function of a package: the module is nearly always loaded by then. */
const LATE = 10;

/** The module an import op names; for `from . import x` the submodule if it is one. */
export function importName(f: Flow, activation: Activation, op: OpId): string | undefined {
  const { facts } = activation.file;
  if (facts.kind[op] === OP.Import) return facts.names[facts.a[op]!]!;
  if (facts.kind[op] !== OP.ImportFrom && facts.kind[op] !== OP.ImportStar) return undefined;
  const module = importedModule(activation, op, f);
  if (module === undefined || facts.kind[op] === OP.ImportStar) return module;
  const dotted = module === '' ? facts.names[facts.b[op]!]! : `${module}.${facts.names[facts.b[op]!]!}`;
  const target = f.p.program.resolve(activation.file.id, dotted);
  return target.kind === 'external' ? module : dotted;
}

export function isLazy(facts: FileFacts, op: number): boolean {
  if (facts.kind[op] === OP.Import) return facts.c[op] === 1;
  return (facts.c[op]! & 1) === 1;
}

/** Which bodies of packages' modules the imports of one file run: the packages around a module before it. */
export class ModuleBodies {
  private readonly collector: Collector;
  /** The first op of the file's body that surely loads a module, on its own or through what it imports. */
  private readonly loadedBy = new Map<FileId, OpId>();

  constructor(collector: Collector, module: Activation) {
    this.collector = collector;
    if (module.file.isDependency) return;
    for (const [op, name] of sureImports(collector.f, module)) {
      for (const file of this.files(module, name)) this.load(file, op);
    }
  }

  private load(first: FileId, op: OpId): void {
    const { f } = this.collector;
    const queue = [first];
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      if (this.loadedBy.has(file)) continue;
      this.loadedBy.set(file, op);
      const module = f.p.moduleOf(file);
      for (const [, name] of sureImports(f, module)) queue.push(...this.files(module, name));
    }
  }

  /** Notes the bodies that an import runs, unless an earlier one of its file surely did. */
  note(from: Activation, op: OpId, name: string, targets: TargetMask, at: Span | undefined): void {
    if (this.collector.f.summarises === 'library') return;
    const cost = from.file.isDependency ? (from.index === 0 ? 0 : LATE) : 1;
    for (const file of this.files(from, name)) {
      const first = this.loadedBy.get(file);
      if (first !== undefined && first !== op && (from.index > 0 || first < op)) continue;
      const module = this.collector.f.p.moduleOf(file);
      this.collector.moduleEntries.push({ from, op, module, cost, targets, ...(at ? { at } : {}) });
    }
  }

  /** Files of packages among a module and those around it. */
  private files(from: Activation, name: string): FileId[] {
    const { program } = this.collector.f.p;
    const found: FileId[] = [];
    for (let end = name.indexOf('.'); ; end = name.indexOf('.', end + 1)) {
      const target = program.resolve(from.file.id, end < 0 ? name : name.slice(0, end));
      if (target.kind === 'file' && program.files[target.file]!.isDependency) found.push(target.file);
      if (end < 0) return found;
    }
  }
}

/** Imports that a module's body runs whatever happens, in order. */
export function* sureImports(f: Flow, module: Activation): Generator<[OpId, string]> {
  const { facts } = module.file;
  const { start, end } = facts.functions[0]!;
  for (let op = start; op < end; op++) {
    if (facts.guard[op] !== 0) continue;
    const name = importName(f, module, op as OpId);
    if (name !== undefined && !isLazy(facts, op)) yield [op as OpId, name];
  }
}
