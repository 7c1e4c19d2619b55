import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** A file of an archive to be made; `mode` a Unix mode (links: 0o120777), the other fields lie about it. */
export interface Packed {
  readonly name: string;
  readonly text: string;
  readonly mode?: number;
  readonly size?: number;
  readonly sum?: number;
  readonly encrypted?: true;
  /** tar: the type of the entry (`2`: symbolic link). */
  readonly type?: string;
}

const u16 = (value: number): Buffer => Buffer.from([value & 0xff, value >>> 8]);
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

export function zip(files: readonly Packed[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, text, mode = 0o100644, size, sum, encrypted } of files) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const common = Buffer.concat([
      ...[
        u16(20),
        u16(0x800 | (encrypted ? 1 : 0)),
        u16(8),
        u32(0),
        u32(sum ?? crc32(data)),
        u32(packed.length),
      ],
      ...[u32(size ?? data.length), u16(Buffer.byteLength(name)), u16(0)],
    ]);
    const local = Buffer.concat([u32(0x04034b50), common, Buffer.from(name), packed]);
    central.push(
      Buffer.concat([
        ...[u32(0x02014b50), u16(0x314), common, u16(0), u16(0), u16(0), u32((mode << 16) >>> 0), u32(at)],
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = [
    u32(0x06054b50),
    u32(0),
    u16(files.length),
    u16(files.length),
    u32(directory.length),
    u32(at),
    u16(0),
  ];
  return Buffer.concat([...locals, directory, ...end]);
}

function header(name: string, length: number, type: string): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  block.write('0000644\0', 100);
  block.write(`${length.toString(8).padStart(11, '0')} `, 124);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\0', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

const padded = (data: Buffer): Buffer =>
  Buffer.concat([data, Buffer.alloc((512 - (data.length % 512)) % 512)]);

function pax(key: string, value: string): Buffer {
  const rest = ` ${key}=${value}\n`;
  let length = Buffer.byteLength(rest);
  while (Buffer.byteLength(`${length}${rest}`) !== length) length++;
  return Buffer.from(`${length}${rest}`);
}

/** Names of over 99 bytes stand in a pax header. */
export function tar(files: readonly Packed[]): Uint8Array {
  const blocks = files.flatMap(({ name, text, type = '0' }) => {
    const data = Buffer.from(type === '0' ? text : '');
    const path = pax('path', name);
    return [
      ...(Buffer.byteLength(name) > 99 ? [header('pax', path.length, 'x'), padded(path)] : []),
      header(name.slice(0, 99), data.length, type),
      padded(data),
    ];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

export const tarGz = (files: readonly Packed[]): Uint8Array => gzipSync(tar(files));
