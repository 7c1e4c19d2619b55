/**
 * The tokens of a module in order of place, comments included. `kinds` are numbers of generated/terms.ts; a token
 * with no width (NEWLINE at the end of a text without one, most DEDENTs) stands where its predecessor ends.
 */
export interface Tokens {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}
