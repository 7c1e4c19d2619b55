import { isLibraryModule } from '../stdlib/module-names.ts';
import { loadedAtStartup } from '../stdlib/startup.ts';
import type { Folder, Folders } from './folders.ts';
import type { FileId, ImportTarget, LinkInput } from './program.ts';

/** What a dotted name was found to be: a module, or the folders that hold what is below it. */
interface Found {
  readonly file?: FileId;
  readonly folders: readonly Folder[];
}

/**
 * Finds modules by dotted name, part by part, as `importlib`'s path finder does: in the first folder of the path that
 * has a package or a module of the name; if none has, all folders of that name are one namespace package (PEP 420).
 */
export class Search {
  private readonly files: readonly LinkInput[];
  private readonly folders: Folders;
  /** Absolute paths in code-unit order. */
  private readonly project: readonly string[];
  /** Absolute paths in the order of `sys.path`. */
  private readonly dependencies: readonly string[];
  private readonly paths = new Map<
    string,
    { readonly all: readonly Folder[]; readonly near: readonly Folder[] }
  >();
  private readonly answers = new Map<string, Map<string, ImportTarget>>();

  constructor(
    files: readonly LinkInput[],
    folders: Folders,
    roots: { readonly project: readonly string[]; readonly dependencies: readonly string[] },
  ) {
    this.files = files;
    this.folders = folders;
    this.project = roots.project;
    this.dependencies = roots.dependencies;
  }

  /** The module that an absolute import of `name` means in a file below `root`. */
  resolve(root: string, name: string): ImportTarget {
    let known = this.answers.get(root);
    if (!known) {
      known = new Map();
      this.answers.set(root, known);
    }
    let answer = known.get(name);
    if (!answer) {
      const found = this.find(root, name);
      if (!found) answer = { kind: 'external', name };
      else if (found.file === undefined) answer = { kind: 'namespace', name, root };
      else answer = { kind: 'file', file: found.file };
      known.set(name, answer);
    }
    return answer;
  }

  private find(root: string, name: string): Found | undefined {
    const parts = name.split('.');
    let at: Found | undefined = { folders: this.path(root, parts[0]!) };
    for (const part of parts) {
      // only packages have something below them
      if (!at || at.folders.length === 0) return undefined;
      at = this.step(at.folders, part);
    }
    return at;
  }

  private step(path: readonly Folder[], name: string): Found | undefined {
    const portions: Folder[] = [];
    for (const [index, folder] of path.entries()) {
      const inner = folder.folders.get(name);
      if (inner?.package !== undefined) return this.package(inner, path.slice(index + 1), name);
      const file = folder.modules.get(name);
      if (file !== undefined) return { file, folders: [] };
      if (inner && inner.folders.size + inner.modules.size > 0) portions.push(inner);
    }
    return portions.length > 0 ? { folders: portions } : undefined;
  }

  /** A package that changes its `__path__` spans the folders of its name behind it too (`pkgutil.extend_path`). */
  private package(own: Folder, behind: readonly Folder[], name: string): Found {
    const file = own.package!;
    const { names } = this.files[file]!.facts;
    if (!names.includes('__path__') && !names.includes('declare_namespace')) return { file, folders: [own] };
    const others = behind.map((folder) => folder.folders.get(name)).filter((folder) => folder !== undefined);
    return { file, folders: [own, ...others] };
  }

  /**
   * Where an import in a file below `root` looks: the own root, those around it, then the others. Names of the
   * standard library are shadowed by the first two only, and what the interpreter has loaded before the program
   * starts by nothing, unless the root is the library itself.
   */
  private path(root: string, top: string): readonly Folder[] {
    let path = this.paths.get(root);
    if (!path) {
      const roots = [...this.project, ...this.dependencies];
      const around = this.dependencies.includes(root)
        ? []
        : this.project.filter((other) => isAbove(other, root)).sort((a, b) => b.length - a.length);
      const near = [root, ...around];
      const others = roots.filter((other) => !near.includes(other));
      path = {
        near: near.map((one) => this.folder(one)),
        all: [...near, ...others].map((one) => this.folder(one)),
      };
      this.paths.set(root, path);
    }
    if (!isLibraryModule(top)) return path.all;
    if (loadedAtStartup(top) === 0) return path.near;
    return path.near.filter(({ modules }) => modules.has('os') && modules.has('site'));
  }

  private folder(root: string): Folder {
    return this.folders.at(root.replace(/\/$/, ''));
  }
}

const isAbove = (folder: string, path: string): boolean =>
  path !== folder && path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
