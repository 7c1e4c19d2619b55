import type { FileId, LinkInput } from './program.ts';

/** A folder as imports see it: what can be imported from it. */
export interface Folder {
  /** Absolute. */
  readonly path: string;
  readonly modules: Map<string, FileId>;
  readonly folders: Map<string, Folder>;
  /** Its `__init__`, if it is a regular package. */
  package: FileId | undefined;
}

/** The folders that hold modules, and those around them, by absolute path. */
export class Folders {
  private readonly known = new Map<string, Folder>();

  /** Scripts are in no folder: nothing can import them. */
  constructor(files: readonly LinkInput[]) {
    for (const [index, file] of files.entries()) {
      if (file.kind === 'script') continue;
      const parts = file.module.split('.');
      const name = file.isPackage ? undefined : parts.pop();
      const folder = this.at([file.root.replace(/\/$/, ''), ...parts].join('/'));
      if (name === undefined) folder.package = preferred(files, folder.package, index as FileId);
      else folder.modules.set(name, preferred(files, folder.modules.get(name), index as FileId));
    }
  }

  /** The folder of that path, made if it is new and known to the one around it. */
  at(path: string): Folder {
    const known = this.known.get(path);
    if (known) return known;
    const folder: Folder = { path, modules: new Map(), folders: new Map(), package: undefined };
    this.known.set(path, folder);
    let inner = folder;
    for (let cut = path.lastIndexOf('/'); cut >= 0; cut = path.lastIndexOf('/', cut - 1)) {
      const above = path.slice(0, cut);
      const name = inner.path.slice(cut + 1);
      let outer = this.known.get(above);
      const isNew = outer === undefined;
      if (!outer) {
        outer = { path: above, modules: new Map(), folders: new Map(), package: undefined };
        this.known.set(above, outer);
      }
      outer.folders.set(name, inner);
      if (!isNew || cut === 0) break;
      inner = outer;
    }
    return folder;
  }
}

/** Of two files for one module: the source before its stub, then the first (`m.py` before `m.pyw`). */
function preferred(files: readonly LinkInput[], known: FileId | undefined, file: FileId): FileId {
  if (known === undefined) return file;
  return files[known]!.isStub && !files[file]!.isStub ? file : known;
}
