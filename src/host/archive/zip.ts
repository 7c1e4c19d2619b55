import { inflateRawSync, crc32 as zlibCrc32 } from 'node:zlib';
import { type ArchiveEntry, ArchiveError, type ArchiveLimits, archiveEntry, checkSizes } from './entry.ts';

// Signatures and offsets: PKWARE's APPNOTE.TXT, 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;

const ENCRYPTED = 1;
const UTF8_NAME = 0x800;
const STORED = 0;
const DEFLATED = 8;
/** The upper half of the external attributes is a Unix mode. */
const MODE_SHIFT = 16;
const TYPE_MASK = 0o170000;
const REGULAR = 0o100000;

/** The files of a zip archive, as its central directory lists them; nothing is unpacked yet. */
export function zipEntries(archive: Uint8Array, limits: ArchiveLimits): ArchiveEntry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const entries: ArchiveEntry[] = [];
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === IN_ZIP64) throw new ArchiveError('it is a zip64 archive, which is not read');
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL)
      throw new ArchiveError('its central directory is damaged');
    const names = view.getUint16(at + 28, true);
    const next = at + CENTRAL_BYTES + names + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const entry = oneEntry(archive, view, at, names, limits);
    if (entry) entries.push(entry);
    at = next;
  }
  checkSizes(entries, limits);
  return entries;
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new ArchiveError('it is no zip archive, or not a whole one');
}

function oneEntry(
  archive: Uint8Array,
  view: DataView,
  at: number,
  names: number,
  limits: ArchiveLimits,
): ArchiveEntry | undefined {
  const flags = view.getUint16(at + 8, true);
  const raw = archive.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + names);
  // without the flag names are in code page 437, of which Python's tools write the ASCII part alone
  const name = new TextDecoder((flags & UTF8_NAME) !== 0 ? 'utf-8' : 'latin1').decode(raw);
  const type = (view.getUint32(at + 38, true) >>> MODE_SHIFT) & TYPE_MASK;
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const from = view.getUint32(at + 42, true);
  const sum = view.getUint32(at + 16, true);
  const method = view.getUint16(at + 10, true);
  if (packed === IN_ZIP64 || size === IN_ZIP64 || from === IN_ZIP64)
    throw new ArchiveError('it is a zip64 archive, which is not read');
  const bytes = (): Uint8Array => {
    if (size > limits.fileBytes) throw new ArchiveError(`the file has more than ${limits.fileBytes} bytes`);
    if ((flags & ENCRYPTED) !== 0) throw new ArchiveError('the file is encrypted');
    const data = unpacked(packedBytes(archive, view, from, packed), method, size);
    if (data.length !== size || crc32(data) !== sum) throw new ArchiveError('the file is damaged');
    return data;
  };
  return archiveEntry(name, type === 0 || type === REGULAR, size, bytes);
}

function packedBytes(archive: Uint8Array, view: DataView, at: number, packed: number): Uint8Array {
  if (at + LOCAL_BYTES > archive.length || view.getUint32(at, true) !== LOCAL)
    throw new ArchiveError('the file is damaged');
  const from = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return archive.subarray(from, from + packed);
}

/** No more than the file says it holds: a few kilobytes can be made to unpack to gigabytes. */
function unpacked(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED)
    throw new ArchiveError(`the file is packed by method ${method}, which is not read`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new ArchiveError('the file is damaged, or holds more than it says');
  }
}

let table: Uint32Array | undefined;

/** CRC-32 of ISO 3309. Node has it from 20.15. */
function crc32(bytes: Uint8Array): number {
  if (zlibCrc32 !== undefined) return zlibCrc32(bytes);
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 0xff]!;
  return (sum ^ 0xffffffff) >>> 0;
}
