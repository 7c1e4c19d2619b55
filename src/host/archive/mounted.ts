import { attempt, byCodeUnits, type FolderEntry, type Host, HostError, type NodeFacts } from '../host.ts';
import { folderOf, nameOf } from '../paths.ts';
import { ARCHIVE_LIMITS, type ArchiveEntry, ArchiveError, type ArchiveLimits } from './entry.ts';
import { archivePlace, isTar } from './names.ts';
import { tarGzEntries } from './tar.ts';
import { zipEntries } from './zip.ts';

type Folder = Map<string, Folder | ArchiveEntry>;

const kindOf = (node: Folder | ArchiveEntry): NodeFacts['kind'] =>
  isFolder(node) ? 'directory' : node.bytes === undefined ? 'other' : 'file';

const isFolder = (node: Folder | ArchiveEntry): node is Folder => node instanceof Map;

/**
 * A host in which each archive stands beside itself as a folder, `dist/pkg.whl!`, opened when it is first asked for.
 * Nothing is written anywhere.
 */
export class MountedHost implements Host {
  readonly directory: string;
  private readonly outer: Host;
  private readonly limits: ArchiveLimits;
  private readonly trees = new Map<string, Folder>();

  constructor(outer: Host, limits: ArchiveLimits = ARCHIVE_LIMITS) {
    this.outer = outer;
    this.directory = outer.directory;
    this.limits = limits;
  }

  /** The tree of an archive; undefined where no such file is, so that the name is a folder's own. */
  private tree(archive: string): Folder | undefined {
    const known = this.trees.get(archive);
    if (known !== undefined) return known;
    const facts = attempt(() => this.outer.stat(archive));
    if (facts instanceof HostError || facts.kind !== 'file') return undefined;
    const bytes = this.outer.read(archive, this.limits.archiveBytes);
    const tree: Folder = new Map();
    for (const entry of reading(archive, () => entriesOf(archive, bytes, this.limits))) put(tree, entry);
    this.trees.set(archive, tree);
    return tree;
  }

  private mounted(path: string): Folder | ArchiveEntry | undefined {
    const place = archivePlace(path);
    const tree = place && this.tree(place.archive);
    if (!tree) return undefined;
    let node: Folder | ArchiveEntry | undefined = tree;
    for (const name of place.inside === '' ? [] : place.inside.split('/'))
      node = node && isFolder(node) ? node.get(name) : undefined;
    if (!node) throw new HostError('missing', path);
    return node;
  }

  absolute(given: string): string {
    return this.outer.absolute(given);
  }

  list(path: string): readonly FolderEntry[] {
    const node = this.mounted(path);
    if (!node) return this.outer.list(path);
    if (!isFolder(node)) throw new HostError('not-a-directory', path);
    return [...node]
      .map(([name, one]): FolderEntry => ({ name, kind: kindOf(one) }))
      .sort((a, b) => byCodeUnits(a.name, b.name));
  }

  stat(path: string): NodeFacts {
    const node = this.mounted(path);
    if (!node) return this.outer.stat(path);
    return { kind: kindOf(node), size: isFolder(node) ? 0 : node.size };
  }

  read(path: string, maximum = Number.POSITIVE_INFINITY): Uint8Array {
    const node = this.mounted(path);
    if (!node) return this.outer.read(path, maximum);
    if (isFolder(node)) throw new HostError('is-directory', path);
    if (node.bytes === undefined) throw new HostError('not-a-file', path);
    if (node.size > maximum) throw new HostError('too-large', path, `${node.size} bytes`);
    return reading(path, node.bytes);
  }

  readStart(path: string, count: number): Uint8Array {
    return this.mounted(path) ? this.read(path).subarray(0, count) : this.outer.readStart(path, count);
  }

  realPath(path: string): string {
    return this.mounted(path) ? path : this.outer.realPath(path);
  }

  now(): number {
    return this.outer.now();
  }

  memory(): number {
    return this.outer.memory();
  }
}

const entriesOf = (archive: string, bytes: Uint8Array, limits: ArchiveLimits): readonly ArchiveEntry[] =>
  isTar(archive) ? tarGzEntries(bytes, limits) : zipEntries(bytes, limits);

function reading<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ArchiveError) throw new HostError('io', path, error.message);
    if (error instanceof RangeError) throw new HostError('io', path, 'it is a damaged archive');
    throw error;
  }
}

/** The first of two files of one name stands; a file where a folder stands, or the other way round, is left out. */
function put(tree: Folder, entry: ArchiveEntry): void {
  let folder = tree;
  const above = folderOf(`/${entry.path}`).slice(1);
  for (const name of above === '' ? [] : above.split('/')) {
    const next = folder.get(name) ?? new Map();
    if (!isFolder(next)) return;
    folder.set(name, next);
    folder = next;
  }
  const name = nameOf(entry.path);
  if (!folder.has(name)) folder.set(name, entry);
}
