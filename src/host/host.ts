/** What a path is, or what a symbolic link leads to. `other`: a FIFO, a socket, a device. */
export type NodeKind = 'file' | 'directory' | 'other';

/** One name in a folder, as the folder itself tells it: a link is not followed. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: NodeKind | 'link';
}

export interface NodeFacts {
  readonly kind: NodeKind;
  /** In bytes; 0 for all but files. */
  readonly size: number;
}

/**
 * The outside world, as the stages see it. Paths are absolute, with `/` between the names (also on Windows), except
 * where a method says otherwise. Every method that takes a path throws `HostError`, and none waits: a FIFO or a
 * device is told from its kind and never opened for reading.
 */
export interface Host {
  /** The current directory. */
  readonly directory: string;
  /** What a path as a user wrote it names, seen from the current directory; by text alone, throws nothing. */
  absolute(given: string): string;
  /** The names in a folder, in code-unit order. */
  list(path: string): readonly FolderEntry[];
  /** Links followed. */
  stat(path: string): NodeFacts;
  /** The bytes of a file. `too-large` beyond `maximum`, before anything is read. */
  read(path: string, maximum?: number): Uint8Array;
  /** At most the first `count` bytes of a file. */
  readStart(path: string, count: number): Uint8Array;
  /** The path without symbolic links. */
  realPath(path: string): string;
  /** Milliseconds from some fixed moment; never runs backwards. */
  now(): number;
  /** Bytes the process holds now; 0 where that has no meaning. */
  memory(): number;
}

export const HOST_ERROR_CODES = [
  'missing',
  'denied',
  'is-directory',
  'not-a-directory',
  'not-a-file',
  'too-large',
  'loop',
  'io',
] as const;
export type HostErrorCode = (typeof HOST_ERROR_CODES)[number];

/** What failed, as a phrase that follows the path: `a.py: permission denied`. */
export const HOST_ERROR_PHRASES: Readonly<Record<HostErrorCode, string>> = {
  missing: 'no such file or folder',
  denied: 'permission denied',
  'is-directory': 'a folder, not a file',
  'not-a-directory': 'not a folder',
  'not-a-file': 'not a regular file (a FIFO, a socket or a device)',
  'too-large': 'too large',
  loop: 'symbolic links go round in a loop',
  io: 'cannot be read',
};

/** A path that cannot be used, and why. */
export class HostError extends Error {
  readonly code: HostErrorCode;
  readonly path: string;

  constructor(code: HostErrorCode, path: string, detail?: string) {
    super(`${path}: ${HOST_ERROR_PHRASES[code]}${detail ? ` (${detail})` : ''}`);
    this.name = 'HostError';
    this.code = code;
    this.path = path;
  }
}

/** The result of `action`, or the `HostError` it threw; any other error goes on. */
export function attempt<T>(action: () => T): T | HostError {
  try {
    return action();
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
}

/** Code-unit order: the same on every machine and in every locale. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
