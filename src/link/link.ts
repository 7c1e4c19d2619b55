import type { FileId, ImportTarget, LinkInput, Program, ProgramFile } from './program.ts';

/** Names of a whole program, each with a dense id. */
class NameTable {
  readonly texts: string[] = [];
  private readonly ids = new Map<string, number>();

  readonly id = (text: string): number => {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.texts.length;
      this.texts.push(text);
      this.ids.set(text, id);
    }
    return id;
  };
}

/**
 * Puts the files of a project together: names get program-wide ids, and modules are found by name, the importing
 * file's own source root first, then the others in order, as `sys.path` would have them.
 */
export function link(inputs: readonly LinkInput[]): Program {
  const names = new NameTable();
  const files = inputs.map(
    (input, index): ProgramFile => ({
      ...input,
      id: index as FileId,
      names: Int32Array.from(input.facts.names, names.id),
    }),
  );
  const roots = [...new Set(files.map((file) => file.root))];
  const modules = new Map(roots.map((root) => [root, new Map<string, FileId>()]));
  const packages = new Map(roots.map((root) => [root, new Set<string>()]));
  for (const file of files) {
    if (file.kind === 'script') continue;
    const known = modules.get(file.root)!;
    const other = known.get(file.module);
    // a package hides a module of the same name
    if (other === undefined || file.isPackage) known.set(file.module, file.id);
    for (let dot = file.module.indexOf('.'); dot > 0; dot = file.module.indexOf('.', dot + 1)) {
      packages.get(file.root)!.add(file.module.slice(0, dot));
    }
  }
  const resolve = (from: FileId, name: string): ImportTarget => {
    const own = files[from]!.root;
    for (const root of [own, ...roots.filter((other) => other !== own)]) {
      const file = modules.get(root)!.get(name);
      if (file !== undefined) return { kind: 'file', file };
    }
    for (const root of [own, ...roots.filter((other) => other !== own)]) {
      if (packages.get(root)!.has(name)) return { kind: 'namespace', name, root };
    }
    return { kind: 'external', name };
  };
  return {
    files,
    names: names.texts,
    nameId: names.id,
    resolve,
    relative: (from, level, module) => relativeName(files[from]!, level, module),
  };
}

/** PEP 328: one dot is the package of the file, each further dot the one around it. */
function relativeName(file: ProgramFile, level: number, module: string): string | undefined {
  if (level === 0) return module;
  const parts = file.module.split('.');
  const up = file.isPackage ? level - 1 : level;
  if (up > parts.length) return undefined;
  const base = parts.slice(0, parts.length - up);
  return [...base, ...(module ? [module] : [])].join('.');
}
