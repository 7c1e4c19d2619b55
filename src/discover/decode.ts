import { Buffer, isAscii } from 'node:buffer';
import { CODEC_NAMES, UPPER_HALVES } from './generated/charmaps.ts';

/** Text, or why CPython would refuse the bytes too; `line` is 1-based. */
export type Decoded =
  | { readonly text: string }
  | { readonly reason: string; readonly message: string; readonly line: number };

/** Multi-byte codecs of CPython -> the label of the decoder that agrees with it, or takes a little more. */
const LABELS: Readonly<Record<string, string>> = {
  gb2312: 'gbk',
  gbk: 'gbk',
  gb18030: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  cp950: 'big5',
  euc_jp: 'euc-jp',
  shift_jis: 'shift_jis',
  cp932: 'shift_jis',
  euc_kr: 'euc-kr',
  cp949: 'euc-kr',
  iso2022_jp: 'iso-2022-jp',
};

const LF = 10;
const CR = 13;

/**
 * The text of a Python source file: UTF-8, unless a byte order mark or a declaration on one of the first two lines
 * says otherwise (PEP 263; `check_coding_spec` in CPython's Parser/tokenizer.c). A byte order mark is no part of the
 * text. Like CPython it refuses unknown encodings, bytes that are invalid in the encoding, and NUL characters.
 */
export function decode(bytes: Uint8Array): Decoded {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = hasMark ? bytes.subarray(3) : bytes;
  const declared = declaration(body);
  const codec = declared ? codecOf(declared.name) : 'utf_8';
  if (declared && hasMark && !isPlainUtf8(declared.name)) return contradiction(declared);
  const nul = body.indexOf(0);
  if (nul >= 0) return nulByte(bytes, lineAt(body, nul));
  if (codec === 'utf_8' && isAscii(body)) return { text: oneByteText(body) };
  if (codec === 'utf_8') return whole(body, 'utf-8', declared?.name);
  const { name, line } = declared!;
  if (codec === undefined) return unknown(name, line);
  if (codec === 'ascii') return asciiText(body, name);
  const upper = UPPER_HALVES[codec];
  if (upper !== undefined) return singleByte(body, upper, name);
  const label = LABELS[codec];
  return label === undefined ? unsupported(name, line) : whole(body, label, name);
}

interface Declaration {
  readonly name: string;
  readonly line: number;
}

const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
/** The second line counts only where the first holds no code. */
const NO_CODE = /^[ \t\f]*(?:#|$)/;

function declaration(bytes: Uint8Array): Declaration | undefined {
  let start = 0;
  for (let line = 1; line <= 2 && start < bytes.length; line++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
    if (bytes.subarray(start, end).indexOf(0x23) >= 0 || end === start || line === 1) {
      const text = latin1(bytes.subarray(start, end));
      const name = DECLARATION.exec(text)?.[1];
      if (name) return { name, line };
      if (!NO_CODE.test(text)) return undefined;
    }
    start = bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
  }
  return undefined;
}

const shortName = (name: string): string => name.slice(0, 12).toLowerCase().replaceAll('_', '-');

/** The only names that may stand beside a byte order mark; `utf8` may not. */
const isPlainUtf8 = (name: string): boolean => /^utf-8(?:$|-)/.test(shortName(name));

/** CPython's codec by any of its names (`get_normal_name` in the tokenizer, then `encodings.search_function`). */
function codecOf(name: string): string | undefined {
  if (isPlainUtf8(name)) return 'utf_8';
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:$|-)/.test(shortName(name))) return 'latin_1';
  const normal = name.toLowerCase().replace(/[^a-z0-9.]+/g, '_');
  const codec = CODEC_NAMES[normal] ?? CODEC_NAMES[normal.replaceAll('.', '_')];
  return codec === 'utf_8_sig' ? 'utf_8' : codec;
}

/** Text of bytes below 128; many times quicker than a decoder. */
const oneByteText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

function whole(bytes: Uint8Array, label: string, declared: string | undefined): Decoded {
  const text = strict(bytes, label);
  return text === undefined ? invalid(firstBadLine(bytes, label), declared) : { text };
}

function strict(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Neither line end is ever a part of a character in the encodings decoded here. */
function firstBadLine(bytes: Uint8Array, label: string): number {
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const unit = bytes[at];
    if (unit !== LF && unit !== CR && at < bytes.length) continue;
    if (unit === CR && bytes[at + 1] === LF) continue;
    if (strict(bytes.subarray(start, at), label) === undefined) return line;
    start = at + 1;
    line++;
  }
  return Math.max(1, line - 1);
}

function asciiText(bytes: Uint8Array, name: string): Decoded {
  const bad = bytes.findIndex((byte) => byte > 127);
  return bad < 0 ? { text: latin1(bytes) } : invalid(lineAt(bytes, bad), name);
}

function singleByte(bytes: Uint8Array, upper: string, name: string): Decoded {
  const units = new Uint16Array(bytes.length);
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!;
    const unit = byte < 128 ? byte : upper.charCodeAt(byte - 128);
    if (unit === 0xfffd) return invalid(lineAt(bytes, index), name);
    units[index] = unit;
  }
  return { text: new TextDecoder('utf-16le').decode(units) };
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) line++;
  }
  return line;
}

const contradiction = ({ name, line }: Declaration): Decoded => ({
  reason: 'encoding contradicts the byte order mark',
  message: `The file begins with a UTF-8 byte order mark but declares the encoding '${name}'; CPython refuses it. Remove one of the two.`,
  line,
});

function nulByte(bytes: Uint8Array, line: number): Decoded {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const advice = wide ? 'It looks like UTF-16: save it as UTF-8.' : 'It may be a binary file.';
  return {
    reason: 'NUL byte',
    message: `The file holds a NUL byte, which CPython refuses in source code. ${advice}`,
    line,
  };
}

const unknown = (name: string, line: number): Decoded => ({
  reason: 'unknown encoding',
  message: `CPython knows no encoding '${name}' and refuses the file. Correct the declaration.`,
  line,
});

const unsupported = (name: string, line: number): Decoded => ({
  reason: 'encoding not supported',
  message: `Files in the encoding '${name}' cannot be read by this tool and are not analysed. Save the file as UTF-8, and look at it closely: this encoding can hide code.`,
  line,
});

function invalid(line: number, declared: string | undefined): Decoded {
  if (declared !== undefined) {
    const message = `The line holds bytes that are invalid in the declared encoding '${declared}'. Save the file as UTF-8.`;
    return { reason: 'invalid bytes', message, line };
  }
  const message = `The line holds bytes that are not UTF-8 and the file declares no encoding; CPython refuses it. Save it as UTF-8, or declare its encoding on the first line (PEP 263).`;
  return { reason: 'invalid UTF-8', message, line };
}
