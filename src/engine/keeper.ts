import { createHash } from 'node:crypto';

/** Sources together kept in memory for the report; further files are read a second time. */
export const MOST_KEPT = 24 * 2 ** 20;

/** How a report gets at a source again: the bytes themselves, or what tells whether a new reading gave the same. */
export type SecondReading = { readonly bytes: Uint8Array } | { readonly digest: string };

export const digestOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('base64');

/** Keeps the first sources of a run, up to a bound. */
export class Keeper {
  private left: number;

  constructor(most: number = MOST_KEPT) {
    this.left = most;
  }

  keep(bytes: Uint8Array): SecondReading {
    if (bytes.length > this.left) return { digest: digestOf(bytes) };
    this.left -= bytes.length;
    return { bytes };
  }
}
