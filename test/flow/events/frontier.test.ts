import { describe, expect, test } from 'vitest';
import type { OpId } from '../../../src/facts/ir.ts';
import { Frontier } from '../../../src/flow/events/frontier.ts';
import type { ActivationId } from '../../../src/flow/solve/activations.ts';
import type { TargetMask } from '../../../src/model/targets.ts';

const A = 0 as ActivationId;
const B = 1 as ActivationId;
const OP = 7 as OpId;
const EARLIER = 6 as OpId;
const mask = (bits: number) => bits as TargetMask;

describe('ways that are of use', () => {
  test('settle the targets that nothing has reached', () => {
    const frontier = new Frontier(2);
    frontier.begin();
    expect(frontier.settle(A, mask(0b011))).toBe(0b011);
    expect(frontier.settle(A, mask(0b110))).toBe(0b100);
    expect(frontier.settle(A, mask(0b111))).toBe(0);
    expect(frontier.settle(B, mask(0b111))).toBe(0b111);
  });

  test('are none where all their targets are reached', () => {
    const frontier = new Frontier(2);
    frontier.begin();
    frontier.settle(A, mask(0b011));
    expect(frontier.isOpen(A, OP, 0, 1, mask(0b001))).toBe(false);
    expect(frontier.isOpen(A, OP, 9, 9, mask(0b100))).toBe(true);
    expect(frontier.isOpen(B, OP, 9, 9, mask(0b001))).toBe(true);
  });

  test('are none where a cheaper or shorter one waits that has their targets', () => {
    const frontier = new Frontier(2);
    frontier.begin();
    expect(frontier.isOpen(A, OP, 2, 5, mask(0b011))).toBe(true);
    expect(frontier.isOpen(A, OP, 2, 6, mask(0b001))).toBe(false);
    expect(frontier.isOpen(A, OP, 3, 1, mask(0b011))).toBe(false);
    expect(frontier.isOpen(A, OP, 3, 1, mask(0b100))).toBe(true);
    expect(frontier.isOpen(A, OP, 1, 9, mask(0b001))).toBe(true);
  });

  test('of equal cost and length are that of the earlier op, and the first of one op', () => {
    const frontier = new Frontier(2);
    frontier.begin();
    expect(frontier.isOpen(A, OP, 2, 5, mask(0b001))).toBe(true);
    expect(frontier.isOpen(A, OP, 2, 5, mask(0b001))).toBe(false);
    expect(frontier.isOpen(A, EARLIER, 2, 5, mask(0b001))).toBe(true);
    expect(frontier.isOpen(A, OP, 2, 5, mask(0b010))).toBe(true);
  });

  test('start anew with each event', () => {
    const frontier = new Frontier(2);
    frontier.begin();
    frontier.settle(A, mask(0b1));
    frontier.isOpen(B, OP, 0, 1, mask(0b1));
    frontier.begin();
    expect(frontier.isOpen(A, OP, 5, 5, mask(0b1))).toBe(true);
    expect(frontier.isOpen(B, OP, 5, 5, mask(0b1))).toBe(true);
  });
});
