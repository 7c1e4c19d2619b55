/** Reads the same only on machines of the same byte order. */
export const MAGIC = 0x46_79_50_4c;
/** Raise it whenever the meaning of any word changes. */
export const FORMAT = 2;

/** Words of the header, in order; the rest of its 16 words is zero. */
export const HEADER = {
  magic: 0,
  format: 1,
  keyLow: 2,
  keyHigh: 3,
  checkLow: 4,
  checkHigh: 5,
  ops: 6,
  lists: 7,
  words: 8,
  numbers: 9,
  strings: 10,
  units: 11,
  /** Bytes of a unit of text: 1 where every unit is below 256, else 2. */
  unitBytes: 12,
} as const;
export const HEADER_WORDS = 16;
/** The checksum covers what stands behind its own words. */
export const CHECKED_FROM = HEADER.ops;

/** The columns of an op, four bytes each, in the order they are stored; `kind` stands apart, a byte each. */
export const COLUMNS = ['a', 'b', 'c', 'guard', 'from', 'to', 'atFrom', 'atTo'] as const;

export interface Sizes {
  readonly ops: number;
  readonly lists: number;
  readonly words: number;
  readonly numbers: number;
  readonly strings: number;
  readonly units: number;
  readonly unitBytes: number;
}

/** Where each section begins, in bytes, widest elements first. */
export function sectionsOf(sizes: Sizes) {
  const numbers = HEADER_WORDS * 4;
  const columns = numbers + sizes.numbers * 8;
  const lists = columns + COLUMNS.length * sizes.ops * 4;
  const words = lists + sizes.lists * 4;
  const stringEnds = words + sizes.words * 4;
  const units = stringEnds + sizes.strings * 4;
  const kinds = units + sizes.units * sizes.unitBytes;
  const end = kinds + sizes.ops;
  return { numbers, columns, lists, words, stringEnds, units, kinds, end, total: (end + 7) & ~7 };
}

/**
 * 64 bits over words. Each step is a bijection of the state, so that a change within one word is always seen; any
 * other goes unseen once in 2^64.
 */
export function checksum(words: Int32Array, from: number): readonly [low: number, high: number] {
  let low = 0x2545f491;
  let high = 0x4f6cdd1d;
  for (let index = from; index < words.length; index++) {
    const word = words[index]!;
    low = Math.imul(low ^ word, 0x9e3779b1 | 0);
    low ^= low >>> 15;
    high = Math.imul(high ^ word, 0x85ebca6b | 0);
    high ^= high >>> 13;
  }
  return [low | 0, high | 0];
}

/** The two words that stand for a build key. */
export const keyWords = (key: string): readonly [low: number, high: number] =>
  checksum(
    Int32Array.from(key, (unit) => unit.codePointAt(0)!),
    0,
  );
