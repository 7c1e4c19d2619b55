/** A map from pairs of integers to integers: open addressing over typed arrays, a tenth of the memory of a Map. */
export class PairMap {
  private left: Int32Array;
  private right: Int32Array;
  private values: Int32Array;
  private count = 0;

  /** @param capacity a power of two */
  constructor(capacity: number) {
    this.left = new Int32Array(capacity).fill(FREE);
    this.right = new Int32Array(capacity);
    this.values = new Int32Array(capacity);
  }

  get size(): number {
    return this.count;
  }

  /** @param left not negative, as is `right` */
  get(left: number, right: number): number | undefined {
    const slot = this.slot(left, right);
    return this.left[slot] === FREE ? undefined : this.values[slot];
  }

  set(left: number, right: number, value: number): void {
    const slot = this.slot(left, right);
    if (this.left[slot] === FREE) {
      this.left[slot] = left;
      this.right[slot] = right;
      this.count++;
    }
    this.values[slot] = value;
    if (this.count * 8 > this.left.length * 5) this.grow();
  }

  /** Whether the pair is new; from then on it is not. */
  add(left: number, right: number): boolean {
    const slot = this.slot(left, right);
    if (this.left[slot] !== FREE) return false;
    this.left[slot] = left;
    this.right[slot] = right;
    this.count++;
    if (this.count * 8 > this.left.length * 5) this.grow();
    return true;
  }

  /** Forgets all, and gives the memory back. */
  clear(): void {
    this.left = new Int32Array(1).fill(FREE);
    this.right = new Int32Array(1);
    this.values = new Int32Array(1);
    this.count = 0;
  }

  private slot(left: number, right: number): number {
    const mask = this.left.length - 1;
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    while (this.left[slot] !== FREE && (this.left[slot] !== left || this.right[slot] !== right)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { left, right, values } = this;
    this.left = new Int32Array(left.length * 2).fill(FREE);
    this.right = new Int32Array(left.length * 2);
    this.values = new Int32Array(left.length * 2);
    for (let slot = 0; slot < left.length; slot++) {
      if (left[slot] === FREE) continue;
      const to = this.slot(left[slot]!, right[slot]!);
      this.left[to] = left[slot]!;
      this.right[to] = right[slot]!;
      this.values[to] = values[slot]!;
    }
  }
}

const FREE = -1;
