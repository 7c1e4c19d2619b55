import { attempt, type Host, HostError } from '../host/host.ts';
import { ancestors, below, folderOf, nameOf, within } from '../host/paths.ts';

/** Where a module stands: its source root and its dotted name below it. */
export interface ModulePlace {
  readonly root: string;
  readonly module: string;
  readonly isPackage: boolean;
}

const PROJECT_FILES = ['pyproject.toml', 'setup.py', 'setup.cfg'];

/** Source roots by folder, each folder asked about once. */
export class SourceRoots {
  private readonly host: Host;
  private readonly given: readonly string[];
  private readonly found = new Map<string, boolean>();
  private readonly projects = new Map<string, string | undefined>();

  /** @param given source roots that the user names, absolute: the nearest one above a file is the file's. */
  constructor(host: Host, given: readonly string[] = []) {
    this.host = host;
    this.given = given.toSorted((a, b) => b.length - a.length);
  }

  private holds(folder: string, name: string): boolean {
    const path = within(folder, name);
    let known = this.found.get(path);
    if (known === undefined) {
      const facts = attempt(() => this.host.stat(path));
      known = !(facts instanceof HostError) && facts.kind === 'file';
      this.found.set(path, known);
    }
    return known;
  }

  /**
   * The root is the nearest folder above the file without an `__init__.py`: the one that has to be on `sys.path` for
   * the file's package to be importable (language reference 5.2). A script is a module by its file name alone.
   */
  place(path: string, isScript: boolean): ModulePlace {
    const name = nameOf(path);
    let folder = folderOf(path);
    if (isScript) return { root: folder, module: name, isPackage: false };
    const stem = name.replace(/\.pyw?$/, '');
    const isPackage = stem === '__init__';
    const given = this.belowGiven(folder, isPackage ? [] : [stem], isPackage);
    if (given) return given;
    const parts = isPackage ? [] : [stem];
    while ((isPackage && parts.length === 0) || this.holds(folder, '__init__.py')) {
      const up = folderOf(folder);
      if (up === folder) break;
      parts.unshift(nameOf(folder));
      folder = up;
    }
    return { root: folder, module: parts.join('.') || stem, isPackage };
  }

  private belowGiven(folder: string, stem: readonly string[], isPackage: boolean): ModulePlace | undefined {
    for (const root of this.given) {
      const inner = below(root, folder);
      const parts = inner === undefined ? [] : [...inner.split('/').filter(Boolean), ...stem];
      if (parts.length > 0) return { root, module: parts.join('.'), isPackage };
    }
    return undefined;
  }

  /**
   * Roots of the project around a source root: the nearest folder with `pyproject.toml`, `setup.py` or `setup.cfg`,
   * and its `src`. Namespace packages are found below these.
   */
  around(root: string): readonly string[] {
    const project = this.project(root);
    if (project === undefined) return [];
    const layout = within(project, 'src');
    return below(layout, root) === undefined ? [project] : [project, layout];
  }

  private project(folder: string): string | undefined {
    if (!this.projects.has(folder)) {
      let found: string | undefined;
      for (const candidate of ancestors(folder)) {
        if (PROJECT_FILES.some((name) => this.holds(candidate, name))) {
          found = candidate;
          break;
        }
      }
      this.projects.set(folder, found);
    }
    return this.projects.get(folder);
  }
}
