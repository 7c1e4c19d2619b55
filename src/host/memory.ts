import {
  byCodeUnits,
  type FolderEntry,
  type Host,
  HostError,
  type HostErrorCode,
  type NodeFacts,
} from './host.ts';
import { folderOf, resolve, within } from './paths.ts';

/** A file's text or bytes; a link's target; something that is no file; a path that fails. */
export type MemoryNode =
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly other: true }
  | { readonly fails: HostErrorCode };

const MOST_LINKS = 40;

/**
 * A tree held in memory, for other revisions of a repository and for tests:
 * `new MemoryHost({ 'app/main.py': 'import os' })`. Relative names stand below `directory`; folders come into being
 * with the files in them, `'name/': ''` makes an empty one and `'name/': { fails: 'denied' }` one that cannot be
 * listed.
 */
export class MemoryHost implements Host {
  readonly directory: string;
  private readonly nodes = new Map<string, MemoryNode>();
  private readonly folders = new Map<string, Set<string>>([['/', new Set()]]);
  private clock = 0;

  constructor(tree: Readonly<Record<string, MemoryNode>> = {}, directory = '/proj') {
    this.directory = directory;
    this.addFolder(directory);
    for (const [path, node] of Object.entries(tree)) this.set(path, node);
  }

  /** Adds or replaces one node, also while a run goes on. */
  set(path: string, node: MemoryNode): void {
    const absolute = resolve(this.directory, path);
    if (path.endsWith('/')) this.addFolder(absolute);
    else this.addName(absolute);
    if (node !== '' || !path.endsWith('/')) this.nodes.set(absolute, node);
  }

  private addName(path: string): void {
    this.addFolder(folderOf(path));
    this.folders.get(folderOf(path))!.add(path.slice(path.lastIndexOf('/') + 1));
  }

  private addFolder(path: string): void {
    if (this.folders.has(path)) return;
    this.folders.set(path, new Set());
    this.addName(path);
  }

  absolute(given: string): string {
    return resolve(this.directory, given);
  }

  list(path: string): readonly FolderEntry[] {
    const real = this.realPath(path);
    const names = this.folders.get(real);
    const node = this.nodes.get(real);
    if (node !== undefined && typeof node === 'object' && 'fails' in node)
      throw new HostError(node.fails, path);
    if (!names) throw new HostError('not-a-directory', path);
    return [...names].sort(byCodeUnits).map((name) => ({ name, kind: this.ownKind(within(real, name)) }));
  }

  private ownKind(path: string): FolderEntry['kind'] {
    const node = this.nodes.get(path);
    if (node === undefined || this.folders.has(path)) return 'directory';
    if (typeof node === 'string' || node instanceof Uint8Array || 'fails' in node) return 'file';
    return 'link' in node ? 'link' : 'other';
  }

  stat(path: string): NodeFacts {
    const real = this.realPath(path);
    const kind = this.ownKind(real);
    if (kind === 'link') throw new HostError('loop', path);
    return { kind, size: kind === 'file' ? this.bytes(real, true).length : 0 };
  }

  private bytes(real: string, unreadable = false): Uint8Array {
    const node = this.nodes.get(real);
    if (typeof node === 'string') return new TextEncoder().encode(node);
    if (node instanceof Uint8Array) return node;
    if (unreadable) return new Uint8Array();
    if (node && 'fails' in node) throw new HostError(node.fails, real);
    throw new HostError(node ? 'not-a-file' : 'is-directory', real);
  }

  read(path: string, maximum = Number.POSITIVE_INFINITY): Uint8Array {
    const bytes = this.bytes(this.realPath(path));
    if (bytes.length > maximum) throw new HostError('too-large', path, `${bytes.length} bytes`);
    return bytes;
  }

  readStart(path: string, count: number): Uint8Array {
    return this.bytes(this.realPath(path)).subarray(0, count);
  }

  realPath(path: string): string {
    let rest = resolve('/', path).split('/').filter(Boolean);
    let real = '/';
    for (let links = 0; rest.length > 0; ) {
      const next = within(real, rest[0]!);
      const node = this.nodes.get(next);
      rest = rest.slice(1);
      if (node !== undefined && typeof node === 'object' && 'link' in node) {
        if (++links > MOST_LINKS) throw new HostError('loop', path);
        rest = resolve(real, node.link).split('/').filter(Boolean).concat(rest);
        real = '/';
      } else if (node === undefined && !this.folders.has(next)) throw new HostError('missing', path);
      else real = next;
    }
    return real;
  }

  /** One millisecond a call, so that timings are the same in every run. */
  now(): number {
    return this.clock++;
  }

  memory(): number {
    return 0;
  }
}
