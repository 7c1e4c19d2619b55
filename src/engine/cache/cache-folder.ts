import { randomBytes } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cache } from '../../host/cache.ts';

/** Bytes that the folder may hold when a run ends; what was not asked for longest goes first. */
const MOST_BYTES = 256 * 2 ** 20;
/** An entry's time is set anew where it is older, in milliseconds: to set it at every reading would be a write each. */
const FRESH = 24 * 60 * 60 * 1000;

/**
 * A cache in a folder: an entry is a file. Written under a name of its own and renamed, so that runs at the same time
 * and runs that are cut off leave whole entries; a folder that cannot be written to holds nothing.
 */
export class CacheFolder implements Cache {
  readonly folder: string;
  /** Why something could not be kept; undefined: nothing went wrong. */
  trouble: string | undefined;
  private written = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  read(name: string): Uint8Array | undefined {
    const path = this.pathOf(name);
    try {
      const bytes = readFileSync(path);
      if (Date.now() - statSync(path).mtimeMs > FRESH) {
        this.attempt(() => utimesSync(path, new Date(), new Date()));
      }
      return bytes;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.note(error);
      return undefined;
    }
  }

  write(name: string, bytes: Uint8Array): void {
    // a folder that refused once refuses again
    if (this.trouble !== undefined) return;
    const path = this.pathOf(name);
    const own = `${path}.${randomBytes(6).toString('hex')}`;
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(own, bytes, { flag: 'wx', mode: 0o600 });
      renameSync(own, path);
      this.written++;
    } catch (error) {
      this.note(error);
      this.attempt(() => rmSync(own, { force: true }));
    }
  }

  /** Keeps the folder within its bound; looks only after a run that wrote something. */
  trim(most: number = MOST_BYTES): void {
    if (this.written === 0) return;
    try {
      const entries = readdirSync(this.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && ENTRY.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .map((path) => ({ path, ...statSync(path) }))
        .sort((a, b) => b.mtimeMs - a.mtimeMs);
      let total = 0;
      for (const { path, size } of entries) {
        total += size;
        if (total > most) rmSync(path, { force: true });
      }
    } catch (error) {
      this.note(error);
    }
  }

  private attempt(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.note(error);
    }
  }

  private pathOf(name: string): string {
    return join(this.folder, name.slice(0, 2), name.slice(2));
  }

  private note(error: unknown): void {
    this.trouble ??= error instanceof Error ? error.message : String(error);
  }
}

/** Ours, whole or cut off: nothing else in the folder is touched. */
const ENTRY = /^[0-9a-f]{62}(\.[0-9a-f]{12})?$/;
