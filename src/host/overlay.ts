import { byCodeUnits, type FolderEntry, type Host, HostError, type NodeFacts } from './host.ts';
import { folderOf, nameOf, within } from './paths.ts';

/** A host in which one file has another content than on the disk, or is there although it is not. */
export class OverlayHost implements Host {
  readonly directory: string;
  private readonly outer: Host;
  private readonly path: string;
  private readonly bytes: Uint8Array;

  /** `given`: the file as a user writes it. */
  constructor(outer: Host, given: string, bytes: Uint8Array) {
    this.outer = outer;
    this.directory = outer.directory;
    this.path = this.realOf(outer.absolute(given));
    this.bytes = bytes;
  }

  /** Links in the folders are followed where they are there. */
  private realOf(path: string): string {
    try {
      return this.outer.realPath(path);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const folder = folderOf(path);
      return folder === path ? path : within(this.realOf(folder), nameOf(path));
    }
  }

  private isIt(path: string): boolean {
    // a question to the disk for each file of a run would cost as much as reading it
    return path === this.path || (nameOf(path) === nameOf(this.path) && this.realOf(path) === this.path);
  }

  absolute(given: string): string {
    return this.outer.absolute(given);
  }

  list(path: string): readonly FolderEntry[] {
    const entries = this.outer.list(path);
    if (this.realOf(path) !== folderOf(this.path)) return entries;
    const name = nameOf(this.path);
    if (entries.some((entry) => entry.name === name)) return entries;
    return [...entries, { name, kind: 'file' as const }].sort((a, b) => byCodeUnits(a.name, b.name));
  }

  stat(path: string): NodeFacts {
    return this.isIt(path) ? { kind: 'file', size: this.bytes.length } : this.outer.stat(path);
  }

  read(path: string, maximum = Number.POSITIVE_INFINITY): Uint8Array {
    if (!this.isIt(path)) return this.outer.read(path, maximum);
    if (this.bytes.length > maximum) throw new HostError('too-large', path, `${this.bytes.length} bytes`);
    return this.bytes;
  }

  readStart(path: string, count: number): Uint8Array {
    return this.isIt(path) ? this.bytes.subarray(0, count) : this.outer.readStart(path, count);
  }

  realPath(path: string): string {
    return this.isIt(path) ? this.path : this.outer.realPath(path);
  }

  now(): number {
    return this.outer.now();
  }

  memory(): number {
    return this.outer.memory();
  }
}
