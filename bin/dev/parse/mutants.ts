import { lex } from '../../../src/parse/lexer/lex.ts';

export interface Mutant {
  readonly kind: MutantKind;
  readonly text: string;
}

const KINDS = [
  'delete token',
  'duplicate token',
  'swap tokens',
  'replace token',
  'cut line',
  'unbalance bracket',
  'break indentation',
] as const;
export type MutantKind = (typeof KINDS)[number];

/** A repeatable source of numbers in [0, 1). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text with one random mistake in it, of a random kind; undefined where it has no place for one. */
export function mutant(text: string, random: () => number): Mutant | undefined {
  const kind = KINDS[Math.floor(random() * KINDS.length)]!;
  const changed = change(kind, text, (below) => Math.floor(random() * below));
  return changed === undefined || changed === text ? undefined : { kind, text: changed };
}

function change(kind: MutantKind, text: string, pick: (below: number) => number): string | undefined {
  const splice = (from: number, to: number, by: string) => text.slice(0, from) + by + text.slice(to);
  switch (kind) {
    case 'cut line': {
      const lines = text.split('\n');
      const at = pick(lines.length);
      const line = lines[at]!;
      lines[at] = line.slice(0, pick(line.length + 1));
      return lines.join('\n');
    }
    case 'break indentation': {
      const lines = text.split('\n');
      const at = pick(lines.length);
      const line = lines[at]!;
      if (line.trim() === '') return undefined;
      lines[at] = pick(2) === 0 ? ` ${line}` : line.startsWith(' ') ? line.slice(1) : `\t${line}`;
      return lines.join('\n');
    }
    case 'unbalance bracket': {
      const places = [...text.matchAll(/[()[\]{}]/g)];
      if (places.length === 0) return undefined;
      const at = places[pick(places.length)]!.index;
      return pick(2) === 0 ? splice(at, at + 1, '') : splice(at, at, '()[]{}'[pick(6)]!);
    }
    default: {
      const tokens = lex(text);
      const wide: number[] = [];
      for (let index = 0; index < tokens.count; index++) {
        if (tokens.ends[index]! > tokens.starts[index]!) wide.push(index);
      }
      if (wide.length < 3) return undefined;
      const place = pick(wide.length - 1);
      const at = (index: number): [number, number] => [
        tokens.starts[wide[index]!]!,
        tokens.ends[wide[index]!]!,
      ];
      const [from, to] = at(place);
      if (kind === 'delete token') return splice(from, to, '');
      if (kind === 'duplicate token') return splice(to, to, ` ${text.slice(from, to)}`);
      if (kind === 'replace token') return splice(from, to, text.slice(...at(pick(wide.length))));
      const [next, end] = at(place + 1);
      return splice(from, end, text.slice(next, end) + text.slice(to, next) + text.slice(from, to));
    }
  }
}
