import { gunzipSync } from 'node:zlib';
import { type ArchiveEntry, ArchiveError, type ArchiveLimits, archiveEntry, checkSizes } from './entry.ts';

const BLOCK = 512;

/** The files of a gzipped tar archive (POSIX.1-2017, pax: ustar and pax headers; GNU's long names). */
export function tarGzEntries(archive: Uint8Array, limits: ArchiveLimits): ArchiveEntry[] {
  const entries: ArchiveEntry[] = [];
  const bytes = unpacked(archive, limits);
  let extended: Readonly<Record<string, string>> = {};
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const header = bytes.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const size = extended.size === undefined ? octal(header, 124, 12) : Number(extended.size);
    if (!Number.isSafeInteger(size) || size < 0 || !isSound(header))
      throw new ArchiveError('it is no tar archive, or a damaged one');
    const from = at + BLOCK;
    const data = bytes.subarray(from, from + size);
    if (data.length < size) throw new ArchiveError('it is not a whole tar archive');
    at = from + Math.ceil(size / BLOCK) * BLOCK;
    const type = String.fromCharCode(header[156]!);
    if (type === 'x') extended = { ...extended, ...paxRecords(data) };
    else if (type === 'L') extended = { ...extended, path: text(data) };
    else if (type !== 'g' && type !== 'K') {
      const isRegular = type === '0' || type === '\0';
      const name = type === '5' ? `${extended.path ?? nameOf(header)}/` : (extended.path ?? nameOf(header));
      const entry = archiveEntry(name, isRegular, size, () => data);
      if (entry) entries.push(entry);
      extended = {};
    }
  }
  checkSizes(entries, limits);
  return entries;
}

function unpacked(archive: Uint8Array, { totalBytes }: ArchiveLimits): Uint8Array {
  try {
    return gunzipSync(archive, { maxOutputLength: totalBytes });
  } catch (error) {
    if (error instanceof RangeError) throw new ArchiveError(`unpacked it would be over ${totalBytes} bytes`);
    throw new ArchiveError('it is no gzip file, or not a whole one');
  }
}

function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
}

const octal = (header: Uint8Array, at: number, length: number): number =>
  Number.parseInt(text(header.subarray(at, at + length)).trim() || '0', 8);

/** The header's checksum, its own field counted as blanks. */
function isSound(header: Uint8Array): boolean {
  let sum = 0;
  for (let index = 0; index < BLOCK; index++) sum += index >= 148 && index < 156 ? 0x20 : header[index]!;
  return sum === octal(header, 148, 8);
}

function nameOf(header: Uint8Array): string {
  const name = text(header.subarray(0, 100));
  const prefix = text(header.subarray(257, 262)) === 'ustar' ? text(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** `LENGTH KEY=VALUE\n`, the length in bytes of the whole record. */
function paxRecords(data: Uint8Array): Record<string, string> {
  const records: Record<string, string> = {};
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at);
    const length = blank < 0 ? Number.NaN : Number(text(data.subarray(at, blank)));
    if (!(length > 0) || at + length > data.length) throw new ArchiveError('it is a damaged tar archive');
    const [, key, value] = /^([^=]*)=([\s\S]*)\n$/.exec(text(data.subarray(blank + 1, at + length))) ?? [];
    if (key !== undefined && value !== undefined) records[key] = value;
    at += length;
  }
  return records;
}
