import type { Brand } from '../../model/brand.ts';
import { IntList } from './int-list.ts';
import { PairMap } from './pair-map.ts';

/** An abstract value; equal values have equal tokens. */
export type Token = Brand<number, 'Token'>;

/**
 * Kinds of value, with what x and y hold. `library` is a module, function or class known by its dotted name alone;
 * `site` values differ by where they are made.
 */
export const VALUE = {
  /** x file */
  module: 0,
  /** x name: a project folder without __init__.py */
  namespace: 1,
  /** x function, y activation of the function around it */
  function: 2,
  /** x class */
  class: 3,
  /** x class token, y site that makes it plus one; 0: any of the class */
  instance: 4,
  /** x token of a function, y receiver token */
  boundMethod: 5,
  /** x name */
  library: 6,
  /** x name of the class; y of a small integer: see `integerDetail` */
  libraryInstance: 7,
  /** x name of `class.method`, y receiver token */
  libraryMethod: 8,
  /** x name: the text */
  text: 9,
  /** x site, y CONTAINER kind */
  container: 10,
  /** x site: partial application; its parts hang at the site */
  partial: 11,
  /** x class token, y receiver token */
  super: 12,
  /** x node of the wrapped function, y WRAPPER */
  wrapper: 13,
  /** x activation: a generator, coroutine or async generator of that call */
  generator: 14,
  /** x site: a context manager that gives what is kept at the site */
  manager: 15,
} as const;
export type ValueKind = (typeof VALUE)[keyof typeof VALUE];

export const WRAPPER = {
  staticMethod: 0,
  classMethod: 1,
  property: 2,
  cachedProperty: 3,
  setter: 4,
  /** x token of the class */
  generatedInit: 5,
  /** x token of the object whose names a dict holds */
  names: 6,
} as const;

/** Interns values: dense token numbers, in order of first use. */
export class ValueTable {
  private readonly kinds = new IntList(1 << 12);
  private readonly xs = new IntList(1 << 12);
  private readonly ys = new IntList(1 << 12);
  private readonly known = new PairMap(1 << 12);

  get size(): number {
    return this.kinds.length;
  }

  /** @param x not negative and below 2^27, as is y */
  of(kind: ValueKind, x: number, y = 0): Token {
    const known = this.known.get(x * 16 + kind, y);
    if (known !== undefined) return known as Token;
    const token = this.kinds.push(kind) as Token;
    this.xs.push(x);
    this.ys.push(y);
    this.known.set(x * 16 + kind, y, token);
    return token;
  }

  kind(token: Token): ValueKind {
    return this.kinds.items[token] as ValueKind;
  }

  x(token: Token): number {
    return this.xs.items[token]!;
  }

  y(token: Token): number {
    return this.ys.items[token]!;
  }
}

const LEAST = -16;
const MOST = 64;

/** What y holds for a small integer, which may be a position in a sequence; 0 for others. */
export const integerDetail = (value: number | bigint): number =>
  value >= LEAST && value <= MOST ? Number(value) - LEAST + 1 : 0;

/** The integer of a detail; `undefined` if nothing is known of it. */
export const integerOf = (detail: number): number | undefined =>
  detail === 0 || detail >= FIRST_ARGUMENTS ? undefined : detail - 1 + LEAST;

/** Details from here on are lists of type arguments; see `types/values.ts`. */
export const FIRST_ARGUMENTS = MOST - LEAST + 2;
