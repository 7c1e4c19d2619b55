import type { Brand } from '../model/brand.ts';

/** Number of a name within its file, in order of first meeting. */
export type Identifier = Brand<number, 'Identifier'>;

/**
 * Numbers the names of a text by where they stand, so that whoever compares names compares numbers: a name is cut
 * out of the text once, however often it occurs.
 */
export class Identifiers {
  /** Text of each identifier; shared with other files through `pool`. */
  readonly spelled: string[] = [];
  private readonly text: string;
  private readonly pool: TextPool;
  private starts = new Int32Array(128);
  private ends = new Int32Array(128);
  private hashes = new Int32Array(128);
  /** Identifier + 1 by hash, open addressing; 0 is free. */
  private slots = new Int32Array(256);

  constructor(text: string, pool: TextPool) {
    this.text = text;
    this.pool = pool;
  }

  /** The identifier that stands between two offsets. */
  at(from: number, to: number): Identifier {
    const { text, slots } = this;
    let hash = to - from;
    for (let index = from; index < to; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = slots[slot]!; known !== 0; known = slots[slot]!) {
      if (this.hashes[known - 1] === hash && this.same(known - 1, from, to)) return (known - 1) as Identifier;
      slot = (slot + 1) & mask;
    }
    return this.add(hash, slot, from, to);
  }

  private same(known: number, from: number, to: number): boolean {
    const { text } = this;
    let other = this.starts[known]!;
    if (this.ends[known]! - other !== to - from) return false;
    for (let index = from; index < to; index++, other++) {
      if (text.charCodeAt(index) !== text.charCodeAt(other)) return false;
    }
    return true;
  }

  private add(hash: number, slot: number, from: number, to: number): Identifier {
    const id = this.spelled.length;
    if (id === this.starts.length) this.grow();
    this.starts[id] = from;
    this.ends[id] = to;
    this.hashes[id] = hash;
    this.spelled.push(this.pool.at(this.text, from, to, hash));
    if (2 * (id + 1) > this.slots.length) this.rehash();
    else this.slots[slot] = id + 1;
    return id as Identifier;
  }

  private grow(): void {
    for (const field of ['starts', 'ends', 'hashes'] as const) {
      const bigger = new Int32Array(this[field].length * 2);
      bigger.set(this[field]);
      this[field] = bigger;
    }
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.spelled.length; id++) {
      const hash = this.hashes[id]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id + 1;
    }
  }
}

/** Engines keep a slice shorter than this as a copy. */
const COPIED = 13;
/** Longer texts are seldom met twice. */
const LONGEST = 64;

/** One copy of each short text for all files of a run. A slice would keep the whole source it was cut from alive. */
export class TextPool {
  private readonly texts: string[] = [];
  private readonly hashes: number[] = [];
  /** Index of a text + 1 by hash, open addressing; 0 is free. */
  private slots = new Int32Array(1 << 12);

  /**
   * The text between two offsets, as no slice of another. Looked for by its characters: a slice of it would be hashed
   * anew and thrown away.
   *
   * @param hash equal for equal texts
   */
  at(text: string, from: number, to: number, hash: number): string {
    if (to - from > LONGEST) return detached(text.slice(from, to));
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = slots[slot]!; known !== 0; known = slots[slot]!) {
      const other = this.texts[known - 1]!;
      if (this.hashes[known - 1] === hash && stands(other, text, from, to)) return other;
      slot = (slot + 1) & mask;
    }
    const slice = text.slice(from, to);
    const own = slice.length < COPIED ? slice : detached(slice);
    this.texts.push(own);
    this.hashes.push(hash);
    slots[slot] = this.texts.length;
    if (2 * this.texts.length > slots.length) this.rehash();
    return own;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 4);
    const mask = this.slots.length - 1;
    for (let index = 0; index < this.texts.length; index++) {
      const hash = this.hashes[index]!;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = index + 1;
    }
  }
}

/** Whether a text stands between two offsets of another. */
function stands(one: string, text: string, from: number, to: number): boolean {
  if (one.length !== to - from) return false;
  for (let index = 0; index < one.length; index++) {
    if (one.charCodeAt(index) !== text.charCodeAt(from + index)) return false;
  }
  return true;
}

/** Through JSON, since engines have no other quick way to copy a text of any characters. */
const detached = (slice: string): string => JSON.parse(JSON.stringify(slice)) as string;
