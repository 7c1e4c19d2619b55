import { describe, expect, it } from 'vitest';
import { entriesOf, matchBaseline } from '../../../src/filter/baseline/match.ts';
import { Random } from '../../random.ts';

interface Place {
  readonly fingerprint: string;
  readonly file: string;
}

const nowhere = () => false;
const entries = (places: readonly Place[]) =>
  entriesOf(places.map((place) => ({ ...place, event: 'e', enclosing: '', provenance: 'direct' as const })));
const match = (
  known: readonly Place[],
  found: readonly Place[],
  isElsewhere = nowhere as (file: string) => boolean,
) => {
  const { accepted, fresh, left } = matchBaseline(entries(known), found, isElsewhere);
  const said = (place: Place) => `${place.fingerprint}@${place.file}`;
  return {
    accepted: accepted.map(said),
    fresh: fresh.map(said),
    left: left.map((entry) => `${said(entry)}*${entry.count}`),
  };
};
const at = (text: string): Place[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [fingerprint, file] = word.split('@') as [string, string];
      return { fingerprint, file };
    });

describe('matching', () => {
  it.each([
    ['the same', 'a@1 a@1 b@1', 'a@1 a@1 b@1', '', ''],
    ['a renamed file', 'a@1 b@1', 'a@2 b@2', '', ''],
    ['a copy in the file', 'a@1', 'a@1 a@1', 'a@1', ''],
    ['a copy in another file, before it', 'a@2', 'a@1 a@2', 'a@1', ''],
    ['one moved to another file', 'a@1 a@1', 'a@1 a@2', '', ''],
    ['a renamed file, and a copy of a part of it', 'a@1 b@1', 'a@0 a@2 b@2', 'a@0', ''],
    ['one gone', 'a@1 a@1 a@1', 'a@1', '', 'a@1*2'],
    ['one for another', 'a@1', 'b@1', 'b@1', 'a@1*1'],
  ])('%s', (_, known, found, fresh, left) => {
    const result = match(at(known), at(found));
    expect([result.fresh.join(' '), result.left.join(' ')]).toEqual([fresh, left]);
  });

  it('leaves entries to files that are there but not looked at', () => {
    expect(match(at('a@1'), at('a@2'), (file) => file === '1')).toEqual({
      accepted: [],
      fresh: ['a@2'],
      left: ['a@1*1'],
    });
  });
});

describe('over random projects', () => {
  const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
  const places = (random: Random): Place[] =>
    Array.from({ length: random.below(30) }, () => ({
      fingerprint: `f${random.below(8)}`,
      file: `m${random.below(5)}`,
    }));

  it('every order and every renaming holds', () => {
    for (const seed of SEEDS) {
      const random = new Random(seed);
      const known = places(random);
      const names = new Map(random.shuffled([0, 1, 2, 3, 4]).map((to, from) => [`m${from}`, `n${to}`]));
      const moved = random
        .shuffled(known)
        .map(({ fingerprint, file }) => ({ fingerprint, file: names.get(file)! }));
      expect(match(known, moved)).toMatchObject({ fresh: [], left: [] });
    }
  });

  it('every swap of names among the files holds', () => {
    for (const seed of SEEDS) {
      const random = new Random(seed);
      const known = places(random);
      const to = random.shuffled([0, 1, 2, 3, 4]);
      const swapped = known.map(({ fingerprint, file }) => ({
        fingerprint,
        file: `m${to[Number(file[1])]}`,
      }));
      expect(match(known, swapped)).toMatchObject({ fresh: [], left: [] });
    }
  });

  it('each copy is exactly one new finding, each removal exactly one left', () => {
    for (const seed of SEEDS) {
      const random = new Random(seed);
      const known = places(random);
      if (known.length === 0) continue;
      const copies = Array.from({ length: 1 + random.below(4) }, () => ({
        fingerprint: random.one(known).fingerprint,
        file: `m${random.below(7)}`,
      }));
      expect(match(known, random.shuffled([...known, ...copies])).fresh).toHaveLength(copies.length);
      const without = random.shuffled(known).slice(1);
      const { fresh, left } = match(known, without);
      expect([fresh, left.length]).toEqual([[], 1]);
    }
  });
});
