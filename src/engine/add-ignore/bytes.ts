import { LineTable } from '../../model/line-table.ts';
import type { Insertion } from './insertions.ts';

const LF = 10;
const CR = 13;
const MARK = [0xef, 0xbb, 0xbf];

/**
 * How the text of a file stands in its bytes. `lines`: in an encoding of which only line ends can be found; these are
 * the same bytes in every encoding that Python sources can have, and part of no character.
 */
export type Layout = 'utf-8' | 'single-byte' | 'lines';

const markOf = (bytes: Uint8Array): number =>
  MARK.every((byte, index) => bytes[index] === byte) ? MARK.length : 0;

/** The layout of bytes that were decoded to `text`. */
export function layoutOf(bytes: Uint8Array, text: string): Layout {
  const body = bytes.subarray(markOf(bytes));
  if (Buffer.from(text, 'utf8').equals(body)) return 'utf-8';
  return body.length === text.length ? 'single-byte' : 'lines';
}

/**
 * The bytes with the insertions, which are in order of place; all other bytes stay as they are. Where the layout is
 * `lines`, insertions must stand at the ends of lines; their texts are ASCII but in UTF-8.
 */
export function withInsertions(
  bytes: Uint8Array,
  text: string,
  layout: Layout,
  inserted: readonly Insertion[],
): Uint8Array {
  const skip = markOf(bytes);
  const offsets = byteOffsets(bytes.subarray(skip), text, layout, inserted);
  const parts: Uint8Array[] = [];
  let from = 0;
  inserted.forEach(({ text: added }, index) => {
    const at = skip + offsets[index]!;
    parts.push(bytes.subarray(from, at), Buffer.from(added, 'utf8'));
    from = at;
  });
  return Buffer.concat([...parts, bytes.subarray(from)]);
}

function byteOffsets(
  body: Uint8Array,
  text: string,
  layout: Layout,
  inserted: readonly Insertion[],
): number[] {
  if (layout === 'single-byte') return inserted.map(({ at }) => at);
  if (layout === 'lines') {
    const ends = lineEnds(body);
    const lines = new LineTable(text);
    return inserted.map(({ at }) => ends[lines.position(at).line - 1]!);
  }
  let done = 0;
  let reached = 0;
  return inserted.map(({ at }) => {
    reached += Buffer.byteLength(text.slice(done, at));
    done = at;
    return reached;
  });
}

/** Where each line ends, before its line end. */
function lineEnds(body: Uint8Array): number[] {
  const ends: number[] = [];
  for (let at = 0; at < body.length; at++) {
    if (body[at] !== LF && body[at] !== CR) continue;
    ends.push(at);
    if (body[at] === CR && body[at + 1] === LF) at++;
  }
  ends.push(body.length);
  return ends;
}
