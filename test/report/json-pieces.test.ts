import { describe, expect, it } from 'vitest';
import { jsonPieces } from '../../src/report/json-pieces.ts';
import { inPieces } from '../../src/report/reporter.ts';

const written = (object: object): string => [...jsonPieces(object)].join('');

describe('JSON in pieces', () => {
  it.each([
    {},
    { none: [], nothing: {}, left: undefined },
    { a: 1, b: 'two\nlines', c: null, d: [1, [2, { e: [] }], 'x\ny', undefined], f: { g: { h: [1] } } },
    { first: undefined, list: [{ toJSON: () => ({ made: [true] }) }], '"quoted"\n': [[]] },
  ])('is what JSON.stringify writes: %j', (object) => {
    expect(written(object)).toBe(JSON.stringify(object, null, 2));
  });

  it('asks for an item when its turn has come, and hands on pieces of some length', () => {
    let made = 0;
    const list = Array.from({ length: 1000 }, () => ({ toJSON: () => [++made, 'x'.repeat(1000)] }));
    const { pieces, text } = inPieces(() => jsonPieces({ list }));
    expect(made).toBe(1000);
    const [first, ...rest] = pieces!;
    expect(first!.length).toBeLessThan(70_000);
    expect([first, ...rest].join('').replaceAll(/^ {6}\d+/gm, '')).toBe(text.replaceAll(/^ {6}\d+/gm, ''));
    expect(rest.length).toBeGreaterThan(10);
  });
});
