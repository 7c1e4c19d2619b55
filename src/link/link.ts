import { isLibraryModule } from '../stdlib/module-names.ts';
import { Folders } from './folders.ts';
import type { FileId, ImportTarget, LinkInput, LinkPaths, Outside, Program, ProgramFile } from './program.ts';
import { Search } from './search.ts';

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

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Those of the project first, each part by path. */
const inOrder = (a: LinkInput, b: LinkInput): number =>
  Number(a.isDependency === true) - Number(b.isDependency === true) || byCodeUnits(a.path, b.path);

/**
 * Puts the files of a program together: names get program-wide ids, and modules are found by name. The order of the
 * inputs means nothing: where a bound of the analysis cuts, what arrives first stays, so that the files are put into
 * one order here.
 */
export function link(inputs: readonly LinkInput[], paths: LinkPaths = {}): Program {
  const names = new NameTable();
  const files = [...inputs].sort(inOrder).map(
    ({ path, root, module, isPackage, kind, isDependency, isStub, facts }, index): ProgramFile => ({
      id: index as FileId,
      path,
      root,
      module,
      isPackage,
      kind,
      isDependency: isDependency === true,
      isStub: isStub === true,
      facts,
      names: Int32Array.from(facts.names, names.id),
    }),
  );
  const { search, project } = searchOf(files, paths);
  return {
    files,
    names: names.texts,
    nameId: names.id,
    resolve: (from, name) => search.resolve(files[from]!.root, name),
    relative: (from, level, module) => relativeName(files[from]!, level, module, project),
    outside: (name) => outside(name, paths),
  };
}

/** The module that an absolute import of a name means in a file below a source root, among some files. */
export function moduleFinder(
  inputs: readonly LinkInput[],
  paths: LinkPaths,
): (root: string, name: string) => ImportTarget {
  const { search } = searchOf(inputs, paths);
  return (root, name) => search.resolve(root, name);
}

function searchOf(files: readonly LinkInput[], paths: LinkPaths): { search: Search; project: string[] } {
  const own = files.filter((file) => !file.isDependency).map((file) => file.root);
  const project = [...new Set([...own, ...(paths.roots ?? [])])].sort(byCodeUnits);
  const behind = new Set([
    ...(paths.dependencies ?? []),
    ...files.filter((file) => file.isDependency).map((file) => file.root),
  ]);
  const dependencies = [...behind].filter((root) => !project.includes(root));
  return { search: new Search(files, new Folders(files), { project, dependencies }), project };
}

function outside(name: string, paths: LinkPaths): Outside {
  for (let at = name; ; at = at.slice(0, at.lastIndexOf('.'))) {
    const known = paths.outside?.get(at);
    if (known !== undefined) return known;
    if (!at.includes('.')) break;
  }
  if (isLibraryModule(name)) return 'library';
  return paths.leftOut ? 'left-out' : 'missing';
}

/**
 * PEP 328: one dot is the package of the file, each further dot the one around it. Dots that lead above the source
 * root are counted from the nearest root around it that reaches so far: the folders between are namespace packages.
 */
export function relativeName(
  file: Pick<LinkInput, 'root' | 'module' | 'isPackage'>,
  level: number,
  module: string,
  roots: readonly string[],
): string | undefined {
  if (level === 0) return module;
  const up = file.isPackage ? level - 1 : level;
  let parts = file.module.split('.');
  if (up >= parts.length) {
    const folders = roots
      .filter((root) => file.root.startsWith(`${root.replace(/\/$/, '')}/`))
      .map((root) => file.root.slice(root.replace(/\/$/, '').length + 1).split('/'))
      .filter((between) => up < between.length + parts.length && between.every((part) => /^\w+$/.test(part)))
      .sort((a, b) => a.length - b.length);
    parts = [...(folders[0] ?? []), ...parts];
  }
  if (up > parts.length) return undefined;
  const base = parts.slice(0, parts.length - up);
  return [...base, ...(module ? [module] : [])].join('.');
}
