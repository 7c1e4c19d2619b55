/** What a reader of SARIF takes; beyond, it refuses the file or shows nothing. */
export interface SarifLimits {
  /** Results of a run that are shown; beyond, the gravest come first. */
  readonly shown: number;
  /** Results of a run. */
  readonly results: number;
  readonly rules: number;
  /** Of the file after gzip. */
  readonly bytes: number;
  /** Locations of one thread flow. */
  readonly steps: number;
  readonly related: number;
  readonly tags: number;
  /** UTF-16 units of a rule's name, and of its descriptions. */
  readonly name: number;
  readonly description: number;
}

/**
 * GitHub's, as "SARIF support for code scanning" has them, but for steps and places: of 10,000 and 1,000 it shows 1,000
 * and 100; the multitool asks for 100 steps, and more than three linked places nobody reads.
 */
export const GITHUB: SarifLimits = {
  shown: 5_000,
  results: 25_000,
  rules: 25_000,
  bytes: 10_000_000,
  steps: 100,
  related: 3,
  tags: 10,
  name: 255,
  description: 1024,
};
