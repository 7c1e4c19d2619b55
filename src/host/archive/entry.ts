/** What an archive may hold before it is refused; a wheel of the largest packages has a tenth of it. */
export interface ArchiveLimits {
  /** Of the archive itself, and of one file in it, unpacked. */
  readonly archiveBytes: number;
  readonly fileBytes: number;
  /** Of all that is unpacked. */
  readonly totalBytes: number;
  readonly files: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  archiveBytes: 1024 * 2 ** 20,
  fileBytes: 64 * 2 ** 20,
  totalBytes: 1024 * 2 ** 20,
  files: 200_000,
};

/** A regular file of an archive. */
export interface ArchiveFile {
  /** Below the archive's root, `/` between names, no `.` and `..` in it. */
  readonly path: string;
  readonly size: number;
  /** @throws ArchiveError if it is damaged or holds more than it says. */
  readonly bytes: () => Uint8Array;
}

/** What no installer would unpack as a file: a link, a device, a name that leads out of the archive. */
export interface RefusedEntry {
  readonly path: string;
  readonly size: 0;
  readonly bytes?: undefined;
}

export type ArchiveEntry = ArchiveFile | RefusedEntry;

/** An archive that cannot be read; a phrase. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/** Whether a name leads out of the archive: an absolute path, a drive, `..`. */
const leadsOut = (path: string): boolean =>
  path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.includes('\0') || path.split('/').includes('..');

/**
 * What an archive's name stands for: a file below its root, something that is refused, under one name that can stand in
 * the root, or nothing (a folder, which comes into being with its files).
 */
export function archiveEntry(
  name: string,
  isRegular: boolean,
  size: number,
  bytes: () => Uint8Array,
): ArchiveEntry | undefined {
  const path = name.replaceAll('\\', '/');
  if (leadsOut(path)) return { path: path.replaceAll('/', '\\'), size: 0 };
  if (path.endsWith('/')) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0) return undefined;
  return isRegular ? { path: parts.join('/'), size, bytes } : { path: parts.join('/'), size: 0 };
}

/** Fails where an archive has more files, or more bytes, than it may. */
export function checkSizes(entries: readonly ArchiveEntry[], limits: ArchiveLimits): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (entries.length > limits.files) throw new ArchiveError(`more than ${limits.files} files are in it`);
  if (total > limits.totalBytes)
    throw new ArchiveError(`unpacked it would be ${total} bytes; the most is ${limits.totalBytes}`);
}
