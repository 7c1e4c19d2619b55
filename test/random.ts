/** Numbers that are the same for the same seed (a linear congruential generator), for property tests. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (seed + 1) >>> 0;
    this.below(2);
  }

  /** From 0 to `bound`, exclusive. */
  below(bound: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * bound);
  }

  one<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  shuffled<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = this.below(index + 1);
      [result[index], result[other]] = [result[other]!, result[index]!];
    }
    return result;
  }
}
