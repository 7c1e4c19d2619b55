/** A set of four integers each: open addressing over one typed array. */
export class QuadSet {
  private items: Int32Array;
  private mask: number;
  private count = 0;

  /** @param capacity a power of two */
  constructor(capacity: number) {
    this.items = new Int32Array(capacity * 4).fill(FREE);
    this.mask = capacity - 1;
  }

  /** Whether the four are new; from then on they are not. None is negative. */
  add(a: number, b: number, c: number, d: number): boolean {
    const { items } = this;
    let slot = this.hash(a, b, c, d);
    for (; items[slot] !== FREE; slot = (slot + 4) & (items.length - 1)) {
      if (items[slot] === a && items[slot + 1] === b && items[slot + 2] === c && items[slot + 3] === d) {
        return false;
      }
    }
    items[slot] = a;
    items[slot + 1] = b;
    items[slot + 2] = c;
    items[slot + 3] = d;
    if (++this.count * 8 > this.mask * 5) this.grow();
    return true;
  }

  /** Forgets all, and gives the memory back. */
  clear(): void {
    this.items = new Int32Array(4).fill(FREE);
    this.mask = 0;
    this.count = 0;
  }

  private hash(a: number, b: number, c: number, d: number): number {
    let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f);
    return ((hash ^ (hash >>> 13)) & this.mask) * 4;
  }

  private grow(): void {
    const before = this.items;
    this.items = new Int32Array(before.length * 2).fill(FREE);
    this.mask = this.items.length / 4 - 1;
    this.count = 0;
    for (let slot = 0; slot < before.length; slot += 4) {
      if (before[slot] === FREE) continue;
      this.add(before[slot]!, before[slot + 1]!, before[slot + 2]!, before[slot + 3]!);
    }
  }
}

const FREE = -1;
