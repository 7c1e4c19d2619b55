import { expect, test } from 'vitest';
import { Heap } from '../../../src/flow/events/heap.ts';

test('a heap gives the least first, whatever goes in between', () => {
  const heap = new Heap<number>((a, b) => a < b);
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % 100;
  };
  const held: number[] = [];
  for (let round = 0; round < 500; round++) {
    const item = next();
    heap.push(item);
    held.push(item);
    if (round % 3 === 2) {
      held.sort((a, b) => a - b);
      expect(heap.pop()).toBe(held.shift());
    }
  }
  held.sort((a, b) => a - b);
  while (held.length > 0) expect(heap.pop()).toBe(held.shift());
  expect(heap.pop()).toBeUndefined();
});
