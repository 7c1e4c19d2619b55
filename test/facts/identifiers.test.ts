import { describe, expect, test } from 'vitest';
import { Identifiers, TextPool } from '../../src/facts/identifiers.ts';

describe('names of files that share a pool', () => {
  test('equal texts are one number within a file and one text in all', () => {
    const pool = new TextPool();
    const long = 'name_longer_than_what_engines_copy';
    const left = new Identifiers(`a ${long} a`, pool);
    const right = new Identifiers(`${long} b`, pool);
    expect([left.at(0, 1), left.at(2, 2 + long.length), left.at(3 + long.length, 4 + long.length)]).toEqual([
      0, 1, 0,
    ]);
    expect(right.at(0, long.length)).toBe(0);
    expect([left.spelled, right.spelled]).toEqual([['a', long], [long]]);
  });

  test('texts of one hash stay apart, and the pool grows', () => {
    const pool = new TextPool();
    const words = Array.from({ length: 20_000 }, (_, index) => `w${index}`);
    const text = words.join(' ');
    const names = new Identifiers(text, pool);
    let from = 0;
    for (const word of words) {
      names.at(from, from + word.length);
      from += word.length + 1;
    }
    expect(names.spelled).toEqual(words);
    // `Aa` and `BB` have one hash
    const alike = new Identifiers('Aa BB', pool);
    expect([alike.at(0, 2), alike.at(3, 5), alike.spelled]).toEqual([0, 1, ['Aa', 'BB']]);
  });
});
