import { FactsError } from './facts-error.ts';

const CHUNK = 4096;

/** Reads back what `RecordWriter` gathered, in the same order. */
export class RecordReader {
  private at = 0;
  private readonly words: Int32Array;
  private readonly numbers: Float64Array;
  private readonly ends: Int32Array;
  private readonly units: Uint8Array | Uint16Array;
  private readonly made: (string | undefined)[];

  constructor(words: Int32Array, numbers: Float64Array, ends: Int32Array, units: Uint8Array | Uint16Array) {
    this.words = words;
    this.numbers = numbers;
    this.ends = ends;
    this.units = units;
    this.made = new Array(ends.length);
  }

  next(): number {
    const word = this.words[this.at++];
    if (word === undefined) throw new FactsError('corrupt', 'records end too early');
    return word;
  }

  flag(): boolean {
    return this.next() !== 0;
  }

  number(): number {
    const value = this.numbers[this.next()];
    if (value === undefined) throw new FactsError('corrupt', 'a number is missing');
    return value;
  }

  text(): string {
    const id = this.next();
    const known = this.made[id];
    if (known !== undefined) return known;
    const from = id === 0 ? 0 : this.ends[id - 1];
    const to = this.ends[id];
    if (from === undefined || to === undefined || to < from || to > this.units.length) {
      throw new FactsError('corrupt', 'a text is missing');
    }
    const text = this.slice(from, to);
    this.made[id] = text;
    return text;
  }

  each<T>(read: () => T): T[] {
    const count = this.next();
    if (count < 0 || count > this.words.length) throw new FactsError('corrupt', 'a count is out of range');
    const items = new Array<T>(count);
    for (let index = 0; index < count; index++) items[index] = read();
    return items;
  }

  /** @throws FactsError if words are left. */
  end(): void {
    if (this.at !== this.words.length) throw new FactsError('corrupt', 'records are left over');
  }

  private slice(from: number, to: number): string {
    if (to - from <= CHUNK) return String.fromCharCode(...this.units.subarray(from, to));
    const parts: string[] = [];
    for (let at = from; at < to; at += CHUNK) {
      parts.push(String.fromCharCode(...this.units.subarray(at, Math.min(at + CHUNK, to))));
    }
    return parts.join('');
  }
}
