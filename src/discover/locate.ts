import { attempt, type FolderEntry, type Host, HostError } from '../host/host.ts';
import { folderOf, nameOf, shown, within } from '../host/paths.ts';
import type { Installed } from './installed.ts';
import type { SourceFile } from './source-file.ts';

/** What a module name leads to. */
export interface Located {
  /** The file that says what the module is: its source, else its stub; absent for native and namespace packages. */
  readonly file?: SourceFile;
  /** Its machine code, where there is no source. */
  readonly native?: string;
}

/** Where to look for what is below a name: folders, each with the source root it belongs to. */
interface Portion {
  readonly folder: string;
  readonly root: string;
}

interface Step extends Located {
  readonly inside: readonly Portion[];
}

const NATIVE = /^\.(?:.+\.)?(?:so|pyd|dylib)$/;

/**
 * Finds modules of installed packages by name, part by part, without walking: a folder is listed when a name leads
 * there. A compiled module with its source beside it is taken for that source.
 */
export class Locator {
  private readonly host: Host;
  private readonly mapped: ReadonlyMap<string, string>;
  private readonly top: readonly Portion[];
  private readonly listings = new Map<string, ReadonlyMap<string, FolderEntry['kind']>>();
  private readonly steps = new Map<string, Step | undefined>();

  constructor(host: Host, installed: Installed) {
    this.host = host;
    this.mapped = installed.mapped;
    this.top = installed.folders.map((folder) => ({ folder, root: folder }));
  }

  /** The module of that dotted name; undefined if it is not installed. */
  locate(name: string): Located | undefined {
    return this.step(name);
  }

  private step(name: string): Step | undefined {
    if (this.steps.has(name)) return this.steps.get(name);
    const dot = name.lastIndexOf('.');
    const around = dot < 0 ? this.top : this.step(name.slice(0, dot))?.inside;
    const own = around && this.among(around, name.slice(dot + 1), name);
    const found = own ?? (dot < 0 ? (this.editable(name) ?? this.stubs(name)) : undefined);
    this.steps.set(name, found);
    return found;
  }

  private among(portions: readonly Portion[], part: string, name: string): Step | undefined {
    const namespace: Portion[] = [];
    for (const portion of portions) {
      const names = this.list(portion.folder);
      const kind = names.get(part);
      if (kind === 'directory' || kind === 'link') {
        const inner = { folder: within(portion.folder, part), root: portion.root };
        const found = this.module(inner, '__init__', name);
        if (found) return { ...found, inside: [inner] };
        if (this.list(inner.folder).size > 0) namespace.push(inner);
      }
      const found = this.module(portion, part, name);
      if (found) return { ...found, inside: [] };
    }
    return namespace.length > 0 ? { inside: namespace } : undefined;
  }

  /** The source, stub or machine code of a module in a folder. */
  private module({ folder, root }: Portion, stem: string, module: string): Located | undefined {
    const names = this.list(folder);
    const file = (extension: string, isStub: boolean): SourceFile => ({
      path: shown(this.host.directory, within(folder, stem + extension)),
      real: within(folder, stem + extension),
      root,
      module,
      isPackage: stem === '__init__',
      kind: 'module',
      isDependency: true,
      ...(isStub ? { isStub } : {}),
    });
    if (names.has(`${stem}.py`)) return { file: file('.py', false) };
    let native: string | undefined;
    for (const name of names.keys()) {
      if (name.startsWith(`${stem}.`) && NATIVE.test(name.slice(stem.length)))
        native ??= within(folder, name);
    }
    if (!native && !names.has(`${stem}.pyi`)) return undefined;
    return {
      ...(names.has(`${stem}.pyi`) ? { file: file('.pyi', true) } : {}),
      ...(native ? { native } : {}),
    };
  }

  /** A package that an editable install maps: its folder stands under its own name, wherever it lies. */
  private editable(name: string): Step | undefined {
    const path = this.mapped.get(name);
    if (path === undefined) return undefined;
    const portion = { folder: folderOf(path), root: folderOf(path) };
    return this.among([portion], nameOf(path).replace(/\.py$/, ''), name);
  }

  /** PEP 561: a package of stubs for one that has none, or is not installed. */
  private stubs(name: string): Step | undefined {
    for (const { folder, root } of this.top) {
      if (!this.list(folder).has(`${name}-stubs`)) continue;
      const inner = { folder: within(folder, `${name}-stubs`), root };
      const found = this.module(inner, '__init__', name);
      if (found) return { ...found, inside: [inner] };
    }
    return undefined;
  }

  private list(folder: string): ReadonlyMap<string, FolderEntry['kind']> {
    let known = this.listings.get(folder);
    if (!known) {
      const entries = attempt(() => this.host.list(folder));
      known = new Map(entries instanceof HostError ? [] : entries.map(({ name, kind }) => [name, kind]));
      this.listings.set(folder, known);
    }
    return known;
  }
}
