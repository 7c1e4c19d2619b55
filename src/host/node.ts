import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import {
  byCodeUnits,
  type FolderEntry,
  type Host,
  HostError,
  type HostErrorCode,
  type NodeFacts,
} from './host.ts';
import { resolve } from './paths.ts';

const CODES: Readonly<Record<string, HostErrorCode>> = {
  ENOENT: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EISDIR: 'is-directory',
  ENOTDIR: 'not-a-directory',
  ELOOP: 'loop',
  ENXIO: 'not-a-file',
  EFBIG: 'too-large',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
};

function calling<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof HostError || !(error instanceof Error)) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const known = CODES[code];
    throw new HostError(known ?? 'io', path, known ? undefined : code || error.message);
  }
}

const kindOf = (node: Dirent | Stats): NodeFacts['kind'] =>
  node.isFile() ? 'file' : node.isDirectory() ? 'directory' : 'other';

// A FIFO that takes a file's place between looking and opening must not block either; absent on Windows.
const OPEN = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function reading<T>(path: string, action: (descriptor: number, size: number) => T): T {
  return calling(path, () => {
    const descriptor = openSync(path, OPEN);
    try {
      const facts = fstatSync(descriptor);
      if (facts.isDirectory()) throw new HostError('is-directory', path);
      if (!facts.isFile()) throw new HostError('not-a-file', path);
      return action(descriptor, facts.size);
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Reads until `limit` bytes or the end; files such as those of /proc tell no size. */
function readUpTo(descriptor: number, size: number, limit: number): Uint8Array {
  let bytes = Buffer.allocUnsafe(Math.min(limit, Math.max(size, 4096) + 1));
  let length = 0;
  for (;;) {
    if (length === bytes.length) {
      if (length >= limit) break;
      bytes = Buffer.concat([bytes], Math.min(limit, length * 2));
    }
    const count = readSync(descriptor, bytes, length, bytes.length - length, null);
    if (count === 0) break;
    length += count;
    // a regular file gives less than was asked for only at its end; those of /proc tell no size
    if (size > 0 && length >= size && length < bytes.length) break;
  }
  return bytes.subarray(0, length);
}

const slashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);

/** The real machine. Blocks while it reads, but never on what is no regular file. */
export class NodeHost implements Host {
  readonly directory: string;

  constructor(directory: string = process.cwd()) {
    this.directory = slashes(realpathSync(directory));
  }

  absolute(given: string): string {
    return resolve(this.directory, slashes(given));
  }

  list(path: string): readonly FolderEntry[] {
    const entries = calling(path, () => readdirSync(path, { withFileTypes: true }));
    return entries
      .map(
        (entry): FolderEntry => ({ name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry) }),
      )
      .sort((a, b) => byCodeUnits(a.name, b.name));
  }

  stat(path: string): NodeFacts {
    const facts = calling(path, () => statSync(path));
    const kind = kindOf(facts);
    return { kind, size: kind === 'file' ? facts.size : 0 };
  }

  read(path: string, maximum = 2 ** 30): Uint8Array {
    return reading(path, (descriptor, size) => {
      if (size > maximum) throw new HostError('too-large', path, `${size} bytes`);
      const bytes = readUpTo(descriptor, size, maximum + 1);
      if (bytes.length > maximum) throw new HostError('too-large', path, `over ${maximum} bytes`);
      return bytes;
    });
  }

  readStart(path: string, count: number): Uint8Array {
    return reading(path, (descriptor, size) => readUpTo(descriptor, Math.min(size, count), count));
  }

  realPath(path: string): string {
    return slashes(calling(path, () => realpathSync.native(path)));
  }

  now(): number {
    return performance.now();
  }

  memory(): number {
    return process.memoryUsage.rss();
  }
}
