/** Gathers the words, numbers and texts of a file's records. */
export class RecordWriter {
  words = new Int32Array(1024);
  count = 0;
  readonly numbers: number[] = [];
  readonly strings: string[] = [];
  private readonly stringIds = new Map<string, number>();

  put(word: number): void {
    if (this.count === this.words.length) {
      const bigger = new Int32Array(2 * this.count);
      bigger.set(this.words);
      this.words = bigger;
    }
    this.words[this.count++] = word;
  }

  flag(value: boolean): void {
    this.put(value ? 1 : 0);
  }

  text(value: string): void {
    let id = this.stringIds.get(value);
    if (id === undefined) {
      id = this.strings.length;
      this.strings.push(value);
      this.stringIds.set(value, id);
    }
    this.put(id);
  }

  number(value: number): void {
    this.put(this.numbers.length);
    this.numbers.push(value);
  }

  /** A count, then each item. */
  each<T>(items: readonly T[], write: (item: T) => void): void {
    this.put(items.length);
    for (const item of items) write(item);
  }
}
