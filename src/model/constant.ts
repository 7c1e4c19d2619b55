/**
 * A Python value known before the program runs. Integers beyond 2^53 are `bigint`; floats and integers are told
 * apart by `kind`, since `1` and `1.0` print differently.
 */
export type Constant =
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: number | bigint }
  | { readonly kind: 'float'; readonly value: number }
  | { readonly kind: 'complex'; readonly text: string }
  | { readonly kind: 'str'; readonly value: string }
  /** Each UTF-16 unit is one byte, 0 to 255. */
  | { readonly kind: 'bytes'; readonly value: string }
  | { readonly kind: 'tuple'; readonly items: readonly ConstantOrUnknown[] };

/** A tuple may hold an item that is not known: `("ls", name)`. */
export type ConstantOrUnknown = Constant | { readonly kind: 'unknown' };

export const NONE: Constant = { kind: 'none' };
export const TRUE: Constant = { kind: 'bool', value: true };
export const FALSE: Constant = { kind: 'bool', value: false };
export const str = (value: string): Constant => ({ kind: 'str', value });
export const int = (value: number): Constant => ({ kind: 'int', value });
