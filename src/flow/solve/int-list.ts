/** A growing list of 32-bit integers. `items` is longer than `length`; what lies behind is zero. */
export class IntList {
  items: Int32Array;
  length = 0;

  constructor(capacity: number) {
    this.items = new Int32Array(capacity);
  }

  /** Appends a value; gives its index. */
  push(value: number): number {
    if (this.length === this.items.length) this.grow(this.length + 1);
    this.items[this.length] = value;
    return this.length++;
  }

  /** Makes the list at least `length` long, with zeros. */
  extend(length: number): void {
    if (length > this.items.length) this.grow(length);
    if (length > this.length) this.length = length;
  }

  /** Makes room for `length` values. */
  reserve(length: number): void {
    if (length > this.items.length) this.grow(length);
  }

  /** Forgets all, and gives the memory back. */
  clear(): void {
    this.items = new Int32Array(0);
    this.length = 0;
  }

  private grow(length: number): void {
    const bigger = new Int32Array(Math.max(length, this.items.length * 2));
    bigger.set(this.items);
    this.items = bigger;
  }
}
