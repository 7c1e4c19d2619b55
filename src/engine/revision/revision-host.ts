import {
  attempt,
  byCodeUnits,
  type FolderEntry,
  type Host,
  HostError,
  type NodeFacts,
} from '../../host/host.ts';
import { MemoryHost, type MemoryNode } from '../../host/memory.ts';
import { below, folderOf, nameOf, within } from '../../host/paths.ts';
import type { Part } from './parts.ts';
import type { TreeEntry } from './repository.ts';

/** Files whose contents can matter: sources, what declares them, ignore rules, and scripts without an extension. */
const READ = /(?:\.(?:pyw?|pyi|ipynb|toml|cfg|ini|pth)|(?:^|\/)(?:\.gitignore|[^./]+))$/;
const LARGEST_SCRIPT = 2 ** 20;

const isRead = ({ path, kind, size }: TreeEntry): boolean =>
  kind === 'link' ||
  (kind === 'file' && READ.test(path) && (/\.[^/]+$/.test(path) || size <= LARGEST_SCRIPT));

/** Names of virtual environments that are no part of the revision, and hold the packages that its code uses. */
const ENVIRONMENTS = ['.venv', 'venv', '.env', 'env'];

/** The files of a commit in memory. Contents that no stage reads are left out: those files are there, and no source. */
function treeHost(parts: readonly Part[], directory: string): MemoryHost {
  const nodes: Record<string, MemoryNode> = Object.create(null);
  for (const { repository, entries } of parts) {
    const contents = repository.contents(entries.filter(isRead));
    for (const entry of entries) {
      const path = within(repository.root, entry.path);
      const bytes = contents.get(entry.object);
      if (entry.kind === 'submodule') continue;
      if (!bytes) nodes[path] = { other: true };
      else if (entry.kind === 'link') nodes[path] = { link: new TextDecoder().decode(bytes) };
      else nodes[path] = bytes;
    }
  }
  return new MemoryHost(nodes, directory);
}

/**
 * The machine as it is, but for the work tree of a repository, which is as it was at a commit. What a commit does not
 * hold and its code needs is taken as it is now: virtual environments, and the folders of packages that are named. A
 * folder of packages that came under version control since is taken for one that was there: what it brings is missed.
 */
export class RevisionHost implements Host {
  readonly directory: string;
  private readonly present: Host;
  private readonly past: Host;
  private readonly root: string;
  /** Folders in the work tree that are taken as they are now. */
  private readonly kept: ReadonlySet<string>;

  /** `packages`: folders of installed packages, absolute. */
  constructor(present: Host, root: string, parts: readonly Part[], packages: readonly string[] = []) {
    this.present = present;
    this.past = treeHost(parts, root);
    this.root = root;
    this.directory = present.directory;
    this.kept = new Set([
      ...parts.flatMap((part) => keptFolders(present, part)),
      ...packages.filter((folder) => attempt(() => this.past.stat(folder)) instanceof HostError),
    ]);
  }

  private at(path: string): Host {
    if (below(this.root, path) === undefined) return this.present;
    for (const folder of this.kept) if (below(folder, path) !== undefined) return this.present;
    return this.past;
  }

  absolute(given: string): string {
    return this.present.absolute(given);
  }

  list(path: string): readonly FolderEntry[] {
    const host = this.at(path);
    if (host === this.present) return host.list(path);
    const names = new Map(host.list(path).map((entry) => [entry.name, entry]));
    for (const folder of this.kept) {
      if (folderOf(folder) === path && !names.has(nameOf(folder))) {
        const own = this.present.list(path).find(({ name }) => name === nameOf(folder));
        if (own) names.set(own.name, own);
      }
    }
    return [...names.values()].sort((a, b) => byCodeUnits(a.name, b.name));
  }

  stat(path: string): NodeFacts {
    return this.at(path).stat(path);
  }

  read(path: string, maximum?: number): Uint8Array {
    return this.at(path).read(path, maximum);
  }

  readStart(path: string, count: number): Uint8Array {
    return this.at(path).readStart(path, count);
  }

  realPath(path: string): string {
    return this.at(path).realPath(path);
  }

  now(): number {
    return this.present.now();
  }

  memory(): number {
    return this.present.memory();
  }
}

function keptFolders(now: Host, { repository: { root }, entries }: Part): string[] {
  const kept = [within(root, '.git')];
  const folders = new Set([root]);
  for (const { path } of entries) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = within(root, path.slice(0, at));
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  for (const folder of folders) {
    for (const name of ENVIRONMENTS) {
      const environment = within(folder, name);
      const mark = folders.has(environment)
        ? undefined
        : attempt(() => now.stat(within(environment, 'pyvenv.cfg')));
      if (mark && !(mark instanceof HostError)) kept.push(environment);
    }
  }
  return kept;
}
